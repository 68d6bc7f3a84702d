"""Commands run in process, in a workspace and a home of their own."""

from desk import book, desk, fresh_repository, home, lamp

__all__ = ["book", "desk", "fresh_repository", "home", "lamp"]
