"""How much memory a running process holds, as the system counts it."""

from __future__ import annotations

import subprocess
from pathlib import Path


def read_memory(pid: int) -> tuple[float, float]:
    """Return the resident bytes of a process now and at their peak (the same where no peak is told)."""
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        fields = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        return tuple(int(fields[name].split()[0]) * 1024.0 for name in ("VmRSS", "VmHWM"))  # type: ignore[return-value]
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True)
    now = int(told.stdout) * 1024.0
    return now, now
