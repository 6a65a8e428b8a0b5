"""The noticeboard: writing down what was noticed, and what becomes of it."""
