"""What conflict markers hold apart."""

from __future__ import annotations

from minqing.text.markers import marked, sides_of


def test_nested_marks() -> None:
    text = "a\n<<<<<<< x\n1\n<<<<<<< y\n2\n=======\n3\n>>>>>>> y\n=======\n4\n>>>>>>> x\nb\n"
    sides = sides_of(text)
    assert sides is not None
    assert sides.versions == ("a\n1\n2\nb\n", "a\n1\n3\nb\n", "a\n4\nb\n")
    assert sides.common == "a\nb\n"


def test_marks_that_do_not_pair_up() -> None:
    for text in ("a\n", "<<<<<<< x\na\n", "<<<<<<< x\na\n=======\nb\n", "a\n>>>>>>> x\n", "<<<<<<< x\na\n>>>>>>> x\n"):
        assert sides_of(text) is None


def test_marks_go_where_texts_differ() -> None:
    both = marked("a\nb\nc", "a\nx\nc")
    assert both == "a\n<<<<<<< ours\nb\n=======\nx\n>>>>>>> theirs\nc"
