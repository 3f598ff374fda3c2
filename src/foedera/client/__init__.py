"""Asking a server of Foedera from Python, in the words of the library: `Client("http://127.0.0.1:8321").claims(actor="Japan")`."""

from foedera.client.client import Client
from foedera.client.problems import ServerUnreachable

__all__ = ["Client", "ServerUnreachable"]
