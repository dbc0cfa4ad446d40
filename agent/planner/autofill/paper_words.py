"""The words of a paper's own particulars: until when it is valid, when and by whom it was issued, which paper it is."""

from __future__ import annotations

from agent.planner.autofill.rows import either

UNTIL = either(
    en=r"valid (?:until|to|till|thru|through)|expir\w*(?: date| on)?|date of (?:expiry|expiration)|expiration date",
    de=r"(?:gu?e?ltig|gultigkeit) bis(?: zum)?|ablauf ?datum|(?:gultigkeits|ablauf)(?:datum|ende|dauer)|lauft ab am|"
       r"datum (?:des )?ablaufs?|ablauf(?: am)?",
    fr=r"valable jusqu (?:au|en)|valide jusqu au|date d (?:expiration|echeance)|expire le|date (?:de )?(?:fin de )?"
       r"validite|expiration|echeance|validite",
    es=r"valid[oa] hasta|(?:fecha de )?(?:caducidad|vencimiento|expiracion|validez)|(?:caduca|vence|expira)(?: el)?|"
       r"valid[oa] hasta el|vigencia|vigente hasta",
    it=r"valid[oa] fino al?|(?:data (?:di )?)?scadenza|scade il|validita|data (?:di )?validita",
    nl=r"geldig tot(?: en met)?|(?:verval|verloop)datum|einddatum geldigheid|verloopt op|datum (?:einde )?geldigheid|"
       r"geldig t m",
    pl=r"wazn[aye] do(?: dnia)?|(?:data|termin) waznosci|data (?:uplywu|konca) (?:terminu )?waznosci|waznosc",
    pt=r"valid[oa] ate(?: a)?|(?:data (?:de |da )?|prazo de )?validade|caduca em|data de (?:expiracao|vencimento|"
       r"caducidade)|expira em",
)
"""A whole label that asks until when a paper is valid."""

UNTIL_LOOSELY = r"expir|valid|gultig|ablauf|valab|caduc|vencim|vigen|scad|geldig|verval|verloop|wazn"
"""Part of such a label, under a heading that names the paper."""

ISSUED_ON = either(
    en=r"date (?:of issue|issued)|issue date|issued(?: on)?",
    de=r"ausstellungs(?:datum|tag)|ausgestellt am|datum der ausstellung|ausgestellt",
    fr=r"date de delivrance|delivree?(?: e)? le|date d emission|emise? le",
    es=r"fecha de (?:expedicion|emision)|(?:expedid[oa]|emitid[oa]) el|expedicion",
    it=r"data (?:di )?(?:rilascio|emissione)|rilasciat[oa] il",
    nl=r"datum (?:van )?(?:afgifte|uitgifte)|(?:af|uit)giftedatum|afgegeven op",
    pl=r"data wydania|wydan[aye] (?:dnia|w dniu)",
    pt=r"data de (?:emissao|expedicao)|(?:emitid[oa]|expedid[oa]) em|emissao",
)

ISSUED_BY = either(
    en=r"(?:issued|granted) by|issuing (?:authority|country|state|body|office)|authority|(?:state|country|place) "
       r"(?:of issue|issued)",
    de=r"(?:ausstellende )?behorde|ausgestellt (?:von|durch|in)|ausstellungs(?:behorde|ort|land|staat)|"
       r"ausstellende[rs]? (?:stelle|staat|land)",
    fr=r"delivree?(?: e)? (?:par|a)|autorite(?: de delivrance)?|(?:lieu|pays) de delivrance|emise? par",
    es=r"(?:expedid[oa]|emitid[oa]) (?:por|en)|(?:lugar|pais|autoridad) de (?:expedicion|emision)|pais (?:emisor|"
       r"expedidor)|autoridad",
    it=r"rilasciat[oa] (?:da|dal|dalla|a)|(?:ente|autorita|luogo|comune) (?:di )?rilascio|autorita",
    nl=r"afgegeven (?:door|te|in)|(?:plaats|land) van afgifte|afgevende instantie|autoriteit",
    pl=r"wydan[yae] przez|organ wydajacy|(?:kraj|miejsce) wydania",
    pt=r"(?:emitid[oa]|expedid[oa]) por|(?:entidade|orgao) (?:emissora?|expedidora?)|(?:local|pais) (?:de emissao|"
       r"emissor)",
)

PASSPORT = r"\bpassport|reisepass|passeport|pasaporte|passaporto|passaporte|paspoort|paszport"
ID_CARD = either(
    en=r"identity (?:card|document)|\bid card",
    de=r"personalausweis|ausweisdokument|^ausweis",
    fr=r"(?:carte|piece) d identite",
    es=r"documento de identidad",
    it=r"(?:carta|documento) d(?:i)? ?identita",
    nl=r"identiteits(?:kaart|bewijs)|id bewijs|id kaart",
    pl=r"dowod\w* osobist|dokument tozsamosci",
    pt=r"cartao de cidadao|documento de identi|bilhete de identidade",
)
LICENCE = either(
    en=r"driving licen[cs]e|driver s? ?licen[cs]e",
    de=r"fuhrerschein",
    fr=r"permis de conduire",
    es=r"(?:permiso|carnet|licencia) de (?:conducir|manejo)",
    it=r"patente(?: di guida)?\b",
    nl=r"rijbewijs",
    pl=r"prawo jazdy",
    pt=r"carta de conducao",
)
RESIDENCE = either(
    en=r"residence (?:permit|card|document)",
    de=r"aufenthalts(?:titel|erlaubnis|karte|bewilligung)|auslanderausweis",
    fr=r"(?:titre|carte|permis) de sejour",
    es=r"(?:permiso|tarjeta|autorizacion) de residencia",
    it=r"(?:permesso|carta|titolo) di soggiorno",
    nl=r"verblijfs(?:vergunning|document|titel|kaart)",
    pl=r"(?:kart\w*|zezwoleni\w*(?: na)?) pobyt\w*",
    pt=r"(?:titulo|autorizacao|cartao) de residencia",
)
