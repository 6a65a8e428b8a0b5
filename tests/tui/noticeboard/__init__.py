"""The noticeboard page, and the dialog that writes things down."""
