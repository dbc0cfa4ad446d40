"""The words for the day, the month and the year of a date, alone in a label or a field's name. Folded."""

from __future__ import annotations

DAY = r"day|dd|d|tag|tt|jour|jj|dia|giorno|gg|dag|dzien"
MONTH = r"month|mm|monat|mois|mes|mese|maand|miesiac"
YEAR = r"year|yyyy|yy|jahr|jjjj|annee|aaaa|ano|anno|jaar|rok|rrrr"
