"""Drawing of the desk: the mirror beside a message, and the list of drafts."""
