"""Around the window: tray, notifications, toasts, start with the computer, about and licences."""
