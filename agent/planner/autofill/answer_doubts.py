"""What sites say when something looks finished and is not: refused, still open, or another thing. Folded text.

Bias: favours doubt. A confirmation that is called unclear costs the person a look; one that is none costs them the
deadline. A sentence under a condition ("if it could not be processed, we write") says nothing about this sending.
"""

from __future__ import annotations

import re

REFUSED = re.compile(
    r"\b(?:could not|couldn t|cannot|can t|unable to|not able to) (?:be |currently )*(?:process|submit|sen[dt]|sav|"
    r"complet|accept|find|found|book|regist|verif|continu)\w*|\b(?:was|were|is|are) (?:not |rejected|refused|declined|"
    r"blocked|denied)(?:accepted|processed|sent|submitted|found|successful|available|registered|recorded|completed)?\b|"
    r"\b(?:has|have) (?:not been|been (?:rejected|refused|declined|blocked|denied|cancelled|canceled))\b|"
    r"\b(?:something )?went wrong\b|\berror (?:has )?occurred\b|\b(?:internal|server|unexpected|system) error\b|"
    r"^(?:sorry )?there (?:is|was|were|are) (?:a |an |some )?(?:problem|error)|"
    r"\btoo many requests\b|\baccess denied\b|\bpage not found\b|"
    r"\balready (?:been )?(?:received|submitted|registered|sent|applied|booked|exists?)\b|\bduplicate\b|"
    r"\b(?:scheduled|planned|down for|under) maintenance\b|\b(?:temporarily|currently) (?:unavailable|not available)\b|"
    r"\b(?:is|are) (?:now )?closed\b|\bno longer available\b|\bnot accepted\b|\bunsuccessful\b|\bfailed\b|"
    r"\bkonnten? (?:\w+ ){0,4}nicht\b|\bnicht (?:akzeptiert|verarbeitet|bearbeitet|moglich|erfolgreich|gefunden|"
    r"verfugbar)\b|\babgelehnt\b|\bfehlgeschlagen\b|\bfehler (?:ist )?aufgetreten\b|^fehler\b|\bwartungsarbeiten\b|"
    r"\bbereits (?:\w+ ){0,2}(?:ubermittelt|eingegangen|erhalten|gesendet|registriert|vorhanden|gemeldet)\b|"
    r"\bfrist ist abgelaufen\b|\w+frist ist abgelaufen\b|"
    r"\bn (?:a|ont) pas (?:pu|ete)\b|\bimpossible de\b|\b(?:a|ont) ete (?:refuse|rejete)\w*|\ba echoue\b|"
    r"\bune erreur\b|^erreur\b|\bdeja (?:ete )?(?:recu|envoye|enregistre|transmis)\w*|\ben maintenance\b|"
    r"\bindisponible\b|\bno se (?:ha|han|pudo|puede)\b|\bno (?:ha|han) sido\b|\bno fue\b|\brechazad\w+|"
    r"\bya (?:ha sido|fue|hemos|se ha) (?:recib|envi|registr)\w*|\bha ocurrido un error\b|^error\b|\ben mantenimiento\b|"
    r"\bno disponible\b|\bnon (?:e|sono) stat[aoei] (?:possibile|accett|inviat|elabor)\w*|\bnon e possibile\b|"
    r"\brifiutat[aoei]\b|\bgia (?:stat[ao] )?(?:ricevut|inviat|registrat)\w*|\berrore\b|\bin manutenzione\b|"
    r"\bkon(?:den)? (?:\w+ ){0,4}niet\b|\bniet (?:gelukt|geaccepteerd|verwerkt|mogelijk)\b|\bafgewezen\b|\bgeweigerd\b|"
    r"\bal (?:eerder )?(?:ontvangen|verzonden|ingediend)\b|\bonderhoud\b|\bis iets (?:mis|fout)\b|^fout\b|"
    r"\bnie (?:udalo|powiodl\w*|moze|mozna)\b|\bnie zostal\w* (?:przyjet|zaakcept)\w*|\bodrzucon\w+|^blad\b|"
    r"\bwystapil blad\b|\bjuz (?:otrzymal|wyslan|zlozon|zarejestrowan|zostal)\w*|\bprzerwa techniczna\b|"
    r"\bnao foi (?:possivel|aceit|envi|process)\w*|\brecusad\w+|\brejeitad\w+|\bja (?:foi|recebemos)\b|\bocorreu um erro\b|"
    r"^erro\b|\bem manutencao\b"
)
"""It did not work, or was there before."""

OPEN = re.compile(
    r"\bnot yet\b|\bnot (?:been )?(?:submitted|registered|complete)\b|\bhaven t (?:been )?submitted\b|"
    r"\bstill (?:need|have) to\b|\bdraft\b|\b(?:one|1) (?:more|last|final) (?:step|check|thing)\b|"
    r"\b(?:almost|nearly) (?:done|there|finished|complete)\b|"
    r"(?:^|\bplease |\bmust |\bneed to |\band |\bto )(?:verify|activate|validate) your (?:e ?mail|account|address)\b|"
    r"(?:^|\bplease |\bmust |\bneed to )confirm your (?:request|registration|application|subscription|booking|e ?mail|"
    r"order|address|identity)\b|\bclick(?:ing)? (?:on )?the (?:\w+ )?(?:link|button) (?:we|in|that|below)\b|\buntil then\b|"
    r"\bonly be (?:processed|considered|valid|accepted) (?:when|once|after)\b|"
    r"\b(?:amount|balance|payment|fee) (?:is |still |now )*(?:due|outstanding|required|pending|declined|refused)\b|"
    r"\bpayment (?:was|has been|is) (?:declined|refused|required|pending|cancelled|not)\b|^pay now$|\bawaiting payment\b|"
    r"\b(?:sign|log) in\b.*\bto continue\b|^please (?:sign|log) in\b|^(?:sign|log) in$|"
    r"\b(?:signed|logged) out because\b|\bplease wait\b|\bdo not close (?:this|the|your)\b|"
    r"\bwe are (?:now )?(?:submitting|sending) your\b|\bin the queue\b|\bqueue number\b|\bwaiting room\b|"
    r"\bplace in (?:the )?line\b|\byou (?:are|re) (?:a )?(?:human|not a robot)\b|\bnot a robot\b|\bsecurity check\b|"
    r"\bcaptcha\b|\bchoose another (?:time|date|slot|way)\b|"
    r"\bentwurf\b|\bzwischengespeichert\b|\bnoch nicht\b|\bbestatigen sie (?:bitte )?ihre?n?\b|\b(?:auf|uber) den link\b|"
    r"\b(?:fast|beinahe) (?:geschafft|fertig)\b|\bjetzt (?:be)?zahlen\b|\bzahlung (?:ist )?(?:noch )?(?:ausstehend|offen|"
    r"erforderlich|fallig)\b|\bnoch einen? schritt\b|\bbitte warten\b|\bwarte(?:schlange|raum)\b|\bkein roboter\b|"
    r"\bmelden sie sich (?:bitte )?an\b|"
    r"\bbrouillon\b|\bpas encore\b|\bconfirme[rz] votre\b|\bcliqu\w+ sur le lien\b|\bencore une etape\b|"
    r"\bderniere etape\b|\bpresque (?:fini|termine)\b|\bpaiement (?:est )?(?:en attente|requis|refuse)\b|"
    r"\bpaye[rz] maintenant\b|\bveuillez patienter\b|\bfile d attente\b|\bconnectez vous\b|\bpas un robot\b|"
    r"\bborrador\b|\b(?:aun|todavia) no\b|\bconfirm[ae] (?:su|tu)\b|\benlace que (?:le|te)\b|\bun paso mas\b|"
    r"\bultimo paso\b|\bcasi (?:listo|terminado)\b|\bpago pendiente\b|\bpagar ahora\b|\bespere\b|\b(?:cola|sala) de espera\b|"
    r"\binicie sesion\b|\bno (?:soy|es) un robot\b|"
    r"\bbozza\b|\bnon (?:e|sono) ancora\b|\bnon ancora\b|\bconferm[ai] (?:la|il) (?:tu|su)[ao]\b|\btramite (?:il )?link\b|"
    r"\bancora un passo\b|\bultimo passo\b|\bquasi (?:finito|fatto)\b|\bpagamento in sospeso\b|\bpaga ora\b|"
    r"\battendere\b|\bin coda\b|\baccedi per\b|\bnon sono un robot\b|"
    r"\b(?:een|het|dit is een) concept\b|\bnog niet\b|\bbevestig (?:uw|je)\b|\b(?:via|op) de link\b|\bnog een stap\b|"
    r"\bbijna klaar\b|\bbetaling (?:is )?(?:vereist|openstaand)\b|\bnu betalen\b|\beven geduld\b|\bwacht(?:rij|kamer)\b|"
    r"\blog in om\b|\bgeen robot\b|"
    r"\brobocz\w+|\bjeszcze nie\b|\bnie zostal\w* jeszcze\b|\bpotwierdz (?:zgloszenie|swoj\w*|adres|rejestracje|"
    r"wniosek)\b|\bklik\w+ (?:w )?link\b|\bjeszcze jeden krok\b|\bprawie gotowe\b|\bzaplac teraz\b|"
    r"\boczekuje na platnosc\b|\bprosze czekac\b|\bkolejc?[ek]\w*\b|\bzaloguj sie\b|\bnie jestem robotem\b|"
    r"\brascunho\b|\bainda nao\b|\bconfirme (?:o seu|a sua)\b|\batraves da ligacao\b|\b(?:no|pelo) link\b|"
    r"\bmais um passo\b|\bquase (?:pronto|concluido)\b|\bpagamento pendente\b|\bpagar agora\b|\baguarde\b|"
    r"\bfila de espera\b|\binicie sessao\b|\bnao sou um robo\b"
)
"""Something is still to be done before it counts."""

OTHER_THING = re.compile(
    r"\bcookies?\b|\bnewsletter\b|\bsubscri\w+|\bpreferences?\b|\bsettings?\b|\bfeedback about\b|\babout this (?:web)?site\b|"
    r"\b(?:signed|logged) (?:in|out)\b|\bpassword\b|\bupload\w*|\bsaved\b|\bdraft\b|\baccount (?:has been |was )?created\b|"
    r"^(?:an?|the) (?:\w+ )?(?:e ?mail|message|link|code)\b|\bqueue\b|\byour place\b|\bchat\b|\bcopied\b|"
    r"\be ?mail address (?:has been |is )?(?:verified|confirmed)\b|\bprogress\b|"
    r"\beinstellung\w*|\bhochgeladen\b|gespeichert\b|\bkennwort\b|\bpasswort\b|"
    r"\bparametres\b|\bpreferences\b|\binfolettre\b|\bmot de passe\b|\btelecharge\w*|\bdeconnecte\w*|"
    r"\bajustes\b|\bpreferencias\b|\bboletin\b|\bcontrasena\b|\bguardad[oa]\b|"
    r"\bimpostazioni\b|\bpreferenze\b|\bsalvat[ao]\b|\bcaricat[ao]\b|"
    r"\binstellingen\b|\bvoorkeuren\b|\bopgeslagen\b|\bnieuwsbrief\b|\bgeupload\b|"
    r"\bustawieni\w+|\bzapisan\w+|\bbiuletyn\w*|\bprzeslano plik\b|"
    r"\bdefinicoes\b|\bguardad[oa]s?\b|\bcarregad[oa]\b"
)
"""Success of something else than what was sent."""

POLITE = re.compile(
    r"\b(?:thank you|thanks) for (?:your |the |this )?(?:continued )?(?:patience|understanding|interest|visit|visiting|"
    r"waiting|using|choosing|trying|telling us|subscribing|helping|reading|cooperation|time|attention|feedback)\b|"
    r"\bdanke? fur (?:ihr|ihre|dein|deine|das|die) (?:geduld|verstandnis|interesse|besuch|vertrauen|warten|nutzung)\b|"
    r"\bmerci (?:de |pour )(?:votre )?(?:patience|comprehension|interet|visite|confiance|patienter)\b|"
    r"\bgracias por (?:su |tu )?(?:paciencia|comprension|interes|visita|visitar\w*|esperar|confianza)\b|"
    r"\bgrazie per (?:l |la |il |tua |sua |vostra )*(?:pazienza|comprensione|interesse|visita|attesa)\b|"
    r"\bbedankt voor (?:uw|je) (?:geduld|begrip|interesse|belangstelling|bezoek)\b|"
    r"\bdziekujemy za (?:cierpliwosc|zrozumienie|zainteresowanie|wizyte|odwiedziny)\b|"
    r"\bobrigad[oa] (?:pela |pelo |por )(?:sua |seu )?(?:paciencia|compreensao|interesse|visita\w*)\b"
)
"""Thanks that say nothing about what was sent."""

CONDITION = re.compile(
    r"\b(?:if|unless|in case|should you|when you have|wenn|falls|sofern|sollten?|en caso|in caso|indien|wanneer|jesli|"
    r"jezeli|gdy)\b|^(?:si|se|als|caso|should)\b"
)
"""Words that put a sentence under a condition."""

ELSEWHERE = re.compile(
    r"\b(?:previous|earlier|recent|past|other|my|your (?:other|last)) (?:\w+ )?(?:applications?|submissions?|requests?|"
    r"orders?|reports?|bookings?|appointments?|forms|messages)\b|\byour (?:applications|submissions|requests|orders|"
    r"reports|bookings)\b|\bhistory\b|\bnewsletter\b|\bcookies?\b|\brelated\b|\bwhat others\b|"
    r"\b(?:fruhere|bisherige|letzte|meine) \w+|\b(?:demandes|dossiers) precedente?s\b|\bmes (?:demandes|dossiers)\b|"
    r"\b(?:solicitudes|tramites) anteriores\b|\bmis (?:solicitudes|tramites)\b|\b(?:richieste|pratiche) precedenti\b|"
    r"\ble mie (?:richieste|pratiche)\b|\b(?:eerdere|vorige|mijn) \w+|\b(?:poprzednie|moje) \w+|"
    r"\bpedidos anteriores\b|\bos meus pedidos\b"
)
"""Headings over what was sent at other times, or is another matter."""
