"""The words for animals, vehicles, places and events: their names, dates and addresses are not the person's."""

from __future__ import annotations

from agent.planner.autofill.rows import either

ANIMAL = either(
    en=r"\b(?:pet|dog|cat|animal|horse|puppy|kitten)s?(?: s)?\b",
    de=r"\bhund(?:es|e)?\b|haustier|\btier(?:es|e)?\b|\bkatze|\bpferd",
    fr=r"\bchiens?\b|\bchat\b|\banimal|\bcheval",
    es=r"\bperr[oa]|\bmascota|\bgat[oa]\b|\banimal",
    it=r"\bcane\b|\bgatt[oa]\b|\banimale\b",
    nl=r"\bhond\b|\bkat\b|\bhuisdier|\bdier\b",
    pl=r"\bpsa\b|\bpies\b|\bkota\b|zwierze|zwierzak",
    pt=r"\bcao\b|\bcadela\b|\bcachorr|\banimal",
)

EVENT = either(
    en=r"\bevent\b|incident|accident|\bproject\b|procedure|\bcourse\b|meeting|publication|journal|\baward\b|thesis|"
       r"conference|campaign|experiment|wedding|\bparty\b(?! (?:name|address|phone))|workshop|\bcrime\b|\btheft|"
       r"\bdamage|\bvenue|problem|\bissue (?:location|address)|location of|\bfault|pothole|fly tip|where (?:did|does|"
       r"is|was|the) (?:it|the|this)|\bhall\b|\bplanning",
    de=r"veranstaltung|\bkurs\b|schaden|unfall|vorfall|ereignis|\btatort|\bprojekt|\bfeier|storung|mangel|fundort|"
       r"verlustort|einsatzort|\bbaustelle|ort des|tag des (?!einzug|auszug)|diebstahl",
    fr=r"evenement|sinistre|accident|incident|\bcours\b|projet|\bstage\b|reunion|\bvol\b|degat|anomalie|lieu (?:du|"
       r"de l|de la perte)|circonstances|manifestation|probleme|perte",
    es=r"\bevento|siniestro|accidente|incidencia|incidente|\bcurso\b|proyecto|averia|lugar (?:del|de los)|\bhechos|"
       r"\bactividad|perdida|robo\b|problema",
    it=r"\bevento|sinistro|incidente|\bcorso\b|progetto|\bdanno|guasto|luogo (?:del|dell)|segnalazione|smarrimento|"
       r"\bfurto|problema",
    nl=r"evenement|ongeval|\bschade|incident|cursus|\bproject|storing|locatie|plaats van (?:het|de)\b|diefstal|verlies|"
       r"probleem|melding",
    pl=r"wydarzeni|wypad(?:ek|ku)|zdarzeni|szkod|kurs\b|projekt|\bawari|miejsc\w+ (?:zdarzenia|wypadku|szkody|awarii)|"
       r"kradziez|usterk|zguby",
    pt=r"\bevento|sinistro|acidente|ocorrencia|\bcurso\b|projeto|avaria|local (?:do|da)|incidente|\bperda|\bfurto|"
       r"problema|\broubo",
)

OBJECT = either(
    en=r"\bitem\b|\bobject\b|\bdevice|\bproduct\b|\bfile\b|\bdomain|\bsoftware|database|model number|\bbook\b|"
       r"\bgroup name|business plan|property name|house name$|appliance|bicycle|\bbike\b|\bluggage|lost property|"
       r"\bmachine",
    de=r"\bprodukt|gegenstand|\bfund(?:sache|buro)|\bgera?t\b|fahrrad|gepack|\bware\b",
    fr=r"\bobjet\b|\bproduit|appareil|\bvelo\b|bagage",
    es=r"\bobjeto|\bproducto|\baparato|bicicleta|equipaje|articulo",
    it=r"\boggetto|\bprodotto|apparecchio|bicicletta|bagaglio",
    nl=r"voorwerp|\bproduct\b|apparaat|\bfiets|bagage",
    pl=r"przedmiot|\bprodukt|urzadzeni|\brower|bagaz",
    pt=r"\bobjeto|\bproduto|aparelho|bicicleta|bagagem|\bartigo",
)

VEHICLE = either(
    en=r"\bvehicle|\bcar\b|(?:^|your |the |my |a |or )van\b(?! \w*(?:de|het|een|uw|je|jouw)\b)|motor ?(?:cycle|bike)|"
       r"caravan|number ?plate|\bplate\b|parking|\bmot\b|\bfleet",
    de=r"fahrzeug|\bkfz\b|\bpkw\b|\bauto\b|kennzeichen|motorrad|parkausweis|\bwagen",
    fr=r"vehicule|voiture|immatricul|\bmoto\b|stationnement|carte grise|\bauto\b",
    es=r"vehiculo|\bcoche|\bauto\b|\bmoto\b|matricula\b|estacionamiento|aparcamiento",
    it=r"veicolo|\bauto\b|autovettura|\btarga|\bmoto\b|\bsosta\b|\bztl\b",
    nl=r"voertuig|\bauto\b|kenteken|parkeer|\bmotor\b",
    pl=r"pojazd|samochod|\bauto\b|rejestracyjn|parkingow",
    pt=r"veiculo|viatura|\bcarro\b|automovel|matricula\b|estacionamento|\bmoto\b",
)
