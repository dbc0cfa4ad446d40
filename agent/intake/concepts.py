"""One word for the same thing in eight languages: ``Zählerstand``, ``lectura`` and ``reading`` become ``reading``."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SAME = """
reading: readings lectura lecturas releve index lettura letture stand stan leitura leituras ablesung odczyt odczytu
reading: meting
meter: zahler compteur contador contatore licznik licznika medidor
start: begin beginning beginn anfang debut inicio inizio aanvang ingang ingangsdatum poczatek rozpoczecia rozpoczecie
start: comeco startdatum commencement effective
end: ende fin fine einde koniec zakonczenia zakonczenie termino fim finish einddatum
date: datum fecha data daty termin dzien datums
time: uhrzeit heure hora orario ora tijd tijdstip godzina godzine godziny zeit
amount: betrag montant importe importo bedrag kwota kwote montante valor summe somme suma
number: nummer numero numer nr numeros nombre
customer: kunde kunden client cliente klant klanten klient klienta clientes
reference: referenz referencia riferimento referentie kenmerk sygnatura aktenzeichen vorgangsnummer geschaftszeichen
reason: grund motif motivo reden powod raison razon
message: nachricht mensaje messaggio bericht wiadomosc mensagem mitteilung
gas: gaz gasu
electricity: electric strom elektrizitat electricite electricidad elettricita elektriciteit stroom prad pradu power
electricity: energia luz luce elektryczny
water: wasser eau agua acqua woda wody
heating: heizung chauffage calefaccion riscaldamento verwarming ogrzewanie aquecimento heat
plate: kennzeichen immatriculation matricula targa kenteken rejestracyjny plaque
month: months monat monate monaten mois mes meses mese mesi maand maanden miesiac miesiace miesiecy
year: years jahr jahre jahren an ans annee annees anos ano anni jaar lata rok
week: weeks woche wochen semaine semaines semana semanas settimana settimane weken tydzien tygodnie
day: days tag tage tagen jour jours dia dias giorno giorni dag dagen dni
invoice: bill rechnung facture factura fattura factuur faktura faktury fatura
contract: vertrag vertrags contrat contrato contratto umowa umowy
account: konto compte cuenta conta rekening konta
membership: mitglied mitglieds mitgliedschaft adhesion adherent afiliacion iscrizione lidmaatschap czlonkostwo membro
member: socio socia
booking: buchung buchungs reservation reserva prenotazione boeking rezerwacja rezerwacji
order: bestellung bestell commande pedido ordine bestelling zamowienie zamowienia encomenda
appointment: rendez cita appuntamento afspraak wizyta wizyty
quantity: anzahl cantidad quantita aantal liczba ilosc quantidade quantite
adult: adults erwachsene erwachsenen adulte adultes adulto adultos adulti volwassene volwassenen dorosly
adult: dorosli doroslych
child: children kind kinder kindern enfant enfants nino ninos ninas hijos bambino bambini kinderen dziecko
child: dzieci dziecka
child: crianca criancas filhos kids
person: persons people personen personne personnes persona personas persone persoon osoba osoby osob pessoa pessoas
current: aktuell aktueller aktuelle actuel actuelle actual actuales attuale attuali huidig huidige obecny biezacy atual
current: aktualny
new: neu neue neuer neuen neues nouveau nouvelle nuevo nueva nuovo nuova nieuw nieuwe nowy nowa novo nova
previous: vorherig vorheriger vorherige letzter letzte precedent precedente anterior vorige poprzedni poprzednia
colour: color farbe couleur colore kleur kolor cor
tariff: tarif tarifa tariffa tarief taryfa tarifario
deposit: kaution caution fianza cauzione borgsom kaucja caucao
rent: miete loyer alquiler affitto huur czynsz aluguel renda
branch: filiale succursale sucursal vestiging oddzial
"""

SYNONYMS = {word: head.strip() for line in _SAME.strip().splitlines() for head, _, rest in [line.partition(":")]
            for word in rest.split()}
"""Folded word to the English word that stands for it."""

_SECOND_PARTS = ("zahlerstand", "zahlernummer", "nummern", "nummer", "zahler", "datum", "betrag", "bedrag", "stand",
                 "grund", "uhrzeit", "termin", "nr")
"""What German and Dutch compounds end in: ``Kundennummer``, ``Ablesedatum``, ``meterstand``."""

_WHOLE = {"zahlerstand": ("meter", "reading"), "meterstand": ("meter", "reading"), "zahlernummer": ("meter", "number"),
          "ablesedatum": ("reading", "date"), "umzugsdatum": ("move", "date"), "einzugsdatum": ("move", "in", "date"),
          "auszugsdatum": ("move", "out", "date"), "stromzahler": ("electricity", "meter"),
          "telefoon": ("telefoon",), "verstand": ("verstand",), "bestand": ("bestand",)}

_LINKS = ("ns", "en", "es", "n", "s", "e")


@lru_cache(maxsize=4096)
def concepts_of(word: str) -> tuple[str, ...]:
    """What a word stands for, itself if nothing is known about it; a compound gives its parts."""
    bare = folded(word)
    if bare in _WHOLE:
        return _WHOLE[bare]
    if bare in SYNONYMS:
        return (SYNONYMS[bare],)
    for second in _SECOND_PARTS:
        if bare.endswith(second) and len(bare) - len(second) >= 3:
            return (*_first_part(bare[:-len(second)]), *concepts_of(second))
    return (word,)


def _first_part(part: str) -> tuple[str, ...]:
    for link in ("", *_LINKS):
        stemmed = part.removesuffix(link) if link else part
        if stemmed in SYNONYMS:
            return (SYNONYMS[stemmed],)
    return (part,)


def folded(word: str) -> str:
    """Lower case without accents."""
    plain = unicodedata.normalize("NFKD", word.casefold().replace("ß", "ss").replace("ł", "l"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
