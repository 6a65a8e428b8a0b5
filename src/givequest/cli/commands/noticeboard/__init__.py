"""Commands of the noticeboard."""
