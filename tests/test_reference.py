"""The reference pages say what the code does."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_reference_is_up_to_date():
    """Each kind, command and error has its heading, with what the code says of it."""
    check = [sys.executable, str(ROOT / "scripts" / "write_reference.py"), "--check"]
    ran = subprocess.run(check, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stdout + ran.stderr
