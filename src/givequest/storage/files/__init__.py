"""Files that survive a crash: atomic writes, locks, checksums, the TinyDB storage."""
