"""The commands, one module a command."""

from foedera.cli.app import main

__all__ = ["main"]
