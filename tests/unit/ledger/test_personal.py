"""What of residents is kept out of a diary that a ledger is read into."""

import pytest

from minqing.domain.community import Community
from minqing.ledger.personal import Hidden, place_of


@pytest.mark.parametrize(
    ("written", "place"),
    [("8-3-501", "8号楼"), ("8号楼3单元501室", "8号楼"), ("5#楼2门", "5#楼2门"), ("东门", "东门")],
)
def test_a_place_is_left_with_its_building_and_without_its_door(written: str, place: str) -> None:
    hidden = Hidden()
    shown, address = place_of(written, Community(), hidden)
    assert shown.startswith(place)
    assert "501" not in shown
    assert address == (written if "501" in written else "")
