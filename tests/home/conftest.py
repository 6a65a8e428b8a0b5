"""The command line in a home of the test's own."""

from ..cli.conftest import play

__all__ = ["play"]
