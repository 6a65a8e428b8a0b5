"""The noticeboard, and writing down what was noticed."""
