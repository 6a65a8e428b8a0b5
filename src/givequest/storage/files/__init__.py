"""Files that survive a crash: atomic writes, locks, checksums, TinyDB storage."""
