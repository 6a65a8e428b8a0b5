"""The shipped texts, and what five years of drawing from them look like."""
