"""Pages and dialogs: each composes widgets and routes keys to use cases."""
