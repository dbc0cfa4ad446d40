"""Playwright's types, for the rooms that hand pages about without touching them."""

from playwright.async_api import BrowserContext, Error, Frame, Page, Response

__all__ = ["BrowserContext", "Error", "Frame", "Page", "Response"]
