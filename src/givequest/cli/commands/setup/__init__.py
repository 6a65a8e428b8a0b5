"""Commands that tell and change how the program is set up."""
