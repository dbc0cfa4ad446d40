"""The browser: launch, page map, hands, evidence. Nobody else touches a Playwright page."""
