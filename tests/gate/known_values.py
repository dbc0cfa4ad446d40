"""Invented facts to recognise: 44 that say enough to be looked for anywhere, 6 that are too short for that."""

from __future__ import annotations

STRONG = {
    "name": "Eleanor Mary Whitcombe", "family-name": "Müller-Lüdenscheidt", "given-name": "Aleksandra",
    "additional-name": "Françoise", "nickname": "Nelly-Ann", "email": "e.whitcombe@example.org",
    "work email": "eleanor.whitcombe+post@council.example", "tel": "+447700900183", "home tel": "+49 30 901820 44",
    "work tel": "+33 1 23 45 67 89", "mobile tel": "+1 202 555 0143", "fax tel": "+353 20 912 3456",
    "bday": "1986-03-14", "iban": "GB29NWBK60161331926819", "other iban": "DE89370400440532013000",
    "old iban": "FR1420041010050500013M02606", "street-address": "14 Larkspur Gardens\nFlat 3",
    "billing street-address": "Große Straße 118", "address-line1": "22 Acacia Avenue",
    "address-level2": "Wolverhampton",
    "address-level1": "Nordrhein-Westfalen", "postal-code": "SY1 2AB", "billing postal-code": "1017 AB Amsterdam",
    "country-name": "Liechtenstein", "vehicle-registration": "LK23 XYZ", "passport-number": "533401372",
    "national-insurance": "QQ123456C", "tax-id": "47 036 892 816", "driving-licence": "WHITC861146EM9IJ",
    "organization": "Thornmere Bakery Ltd", "organization-title": "Head of Deliveries", "username": "nelly_w1986",
    "cc-number": "4929 1234 5678 9012", "cc-name": "MS E M WHITCOMBE", "meter-number": "S95A 00417",
    "customer-number": "UK-2204-118", "case-number": "2026/118/77-B", "policy-number": "HH0099871234",
    "url": "https://whitcombe.example/", "allergies": "penicillin", "employer-name": "Łódź Transport",
    "mother-name": "Siobhán Ó Briain", "bank-name": "Sparkasse Köln", "amount": "1250.00",
}
WEAK = {"short-name": "Li", "house-number": "42", "cc-exp": "12/27", "town": "Hull", "language": "en-GB",
        "reading": "48213"}
EVERY = {**STRONG, **WEAK}
