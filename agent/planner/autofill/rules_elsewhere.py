"""The plainest labels in further languages: names, e-mail, telephone, address, birthday. Everything else is left there.

Whole labels where a word is short or could mean something else, parts of labels where a script writes without spaces.
They come after all other rules, so none of them takes a label away from the languages that are written for in full.
"""

from __future__ import annotations

from agent.planner.autofill.rows import Row
from agent.planner.autofill.words import fold


def _any(whole: str = "", within: str = "") -> str:
    patterns = [f"^{fold(label)}$" for label in whole.split("|") if label]
    return "|".join(patterns + [fold(label) for label in within.split("|") if label])


def _row(kind: str, whole: str = "", within: str = "", unless: str = "") -> Row:
    """A row of labels separated by ``|``, folded as labels are."""
    return Row(kind, _any(whole, within), _any(within=unless))


_SECRET = "пароль|код подтверждения|логин|验证码|驗證碼|密码|密碼|認証|認證|パスワード|確認コード|비밀번호|인증번호|인증|كلمة"
_COMPANY = "公司|企业|企業|会社|法人|회사|организац|компани|предприят|团队|群|商品|ペット|宠物"
_OF_USER = "用户|用戶|ユーザ|ニックネーム|昵称|暱稱|사용자|아이디|닉네임|пользовател|логин|账号|帳號"

ELSEWHERE: list[Row] = [
    _row("email",
         whole="почта|эл почта|эл адрес|имейл|邮 箱|пошта|ел пошта|מייל|البريد|邮箱|信箱|電郵|メール|메일",
         within="электронная почта|электронной почты|электронный адрес|адрес почты|електронна пошта|електронної пошти|"
                "имейл адрес|ηλεκτρονικό ταχυδρομείο|ηλεκτρονική διεύθυνση|البريد الإلكتروني|البريد الالكتروني|אימייל|"
                "דואר אלקטרוני|电子邮件|電子郵件|电子邮箱|電子信箱|邮箱地址|电邮|邮件地址|メールアドレス|이메일|sähköposti|e-pošta|"
                "e-posta|e-post|eposta|epost|อีเมล",
         unless=f"{_SECRET}|рассылк|マガジン|订阅|訂閱"),
    _row("tel-country-code", whole="код страны|国家代码|國碼|国番号|국가번호|země předvolba"),
    _row("tel",
         whole="телефон|моб телефон|мобильный|номер телефона|мобільний|тел|gsm|cep|mobil|mobilnummer|電話|电话|手机|手 机|电 话|手機|"
               "연락처|전화|휴대폰|telefonszám|telefoni|puhelin|gsm telefon|cep tel|telefonnummer|telefonnr|mobiltelefon|tlf|هاتف|"
               "נייד|טלפון",
         within="номер телефона|контактный телефон|мобильный телефон|номер мобильного|контактний телефон|номер телефону|"
                "手机号|手機號|电话号码|電話號碼|联系电话|聯絡電話|移动电话|行動電話|携帯電話|電話番号|휴대전화|휴대폰 번호|전화번호|"
                "핸드폰|puhelinnumero|matkapuhelin|cep telefonu|telefon numarası|telefonní číslo|telefónne číslo|τηλέφωνο|"
                "κινητό|رقم الهاتف|رقم الجوال|מספר טלפון|số điện thoại|nomor telepon|nomor hp|หมายเลขโทรศัพท์|เบอร์โทร",
         unless=_SECRET),
    _row("additional-name", whole="отчество|по батькові|mellannavn|mellannamn|mellomnavn"),
    _row("family-name",
         whole="姓|姓氏|せい|セイ|氏|성|фамилия|прізвище|фамилно име|презиме|efternamn|efternavn|etternavn|sukunimi|příjmení|"
               "priezvisko|vezetéknév|családnév|nume de familie|soyad|soyadı|soyadınız|prezime|priimek|perekonnanimi|"
               "uzvārds|pavardė|επώνυμο|επίθετο|שם משפחה|اسم العائلة|اللقب|họ|nama belakang|นามสกุล",
         unless=_OF_USER),
    _row("given-name",
         whole="名|名字|めい|メイ|имя|ім я|собствено име|förnamn|fornavn|etunimi|křestní jméno|krstné meno|keresztnév|"
               "utónév|prenume|adınız|isim|ime|eesnimi|vārds|vardas|μικρό όνομα|שם פרטי|الاسم الأول|tên|nama depan|ชื่อ",
         unless=_OF_USER),
    _row("name",
         whole="jméno|meno|фио|имя и фамилия|"
               "имя фамилия|фамилия и имя|фамилия имя отчество|ваше имя|полное имя|піб|ваше ім я|име и фамилия|"
               "姓名|姓 名|您的姓名|真实姓名|真實姓名|联系人|联系人姓名|聯絡人|收件人|お名前|名前|氏名|ご氏名|お名前 漢字|성명|이름|성함|ad soyad|"
               "adınız soyadınız|adı soyadı|isim soyisim|jméno a příjmení|meno a priezvisko|teljes név|név|nume complet|"
               "nume si prenume|nume și prenume|koko nimi|nimi|för- och efternamn|fulde navn|fullt navn|navn|namn|"
               "ime i prezime|ime in priimek|ονοματεπώνυμο|שם מלא|الاسم الكامل|الاسم|họ và tên|họ tên|nama lengkap|nama|"
               "ชื่อ-นามสกุล",
         unless=f"{_OF_USER}|{_COMPANY}"),
    _row("postal-code",
         whole="индекс|пощенски код|psč|irányítószám|cod poştal|cod poștal|cod postal|posta kodu|postnummer|postinumero|"
               "poštanski broj|poštna številka|邮编|郵便番号|우편번호|ταχυδρομικός κώδικας|τκ|מיקוד|الرمز البريدي|mã bưu điện|"
               "kode pos|รหัสไปรษณีย์",
         within="почтовый индекс|поштовий індекс|邮政编码|郵遞區號|郵政編碼|郵便番号|우편번호"),
    _row("country",
         whole="страна|країна|държава|země|krajina|ország|țara|ţara|tara|ülke|maa|riik|valsts|šalis|χώρα|国家|國家|国|国家地区|"
               "国家 地区|国 地域|국가|ארץ|مدينة الدولة|الدولة|البلد|quốc gia|negara|ประเทศ|zemlja|država"),
    _row("address-level1",
         whole="область|регион|край|область регион|kraj|megye|județ|judet|județul|province|läänin|län|fylke|都道府県|省|省份|"
               "시도|tỉnh|provinsi|จังหวัด|νομός|περιφέρεια"),
    _row("address-level2",
         whole="город|населенный пункт|місто|град|město|obec|mesto|település|város|oraș|oraş|localitate|şehir|il ilçe|şehir il|"
               "ort|postort|poststed|postitoimipaikka|kaupunki|paikkakunta|linn|pilsēta|miestas|πόλη|城市|城 市|市|市区町村|"
               "市区郡|도시|시군구|עיר|المدينة|thành phố|kota"),
    _row("address-line1",
         whole="улица|улица и дом|улица дом|адрес|адрес доставки|домашний адрес|вулиця|адреса|ulice|ulice a číslo|"
               "ulice a číslo popisné|ulica a číslo|utca|utca házszám|cím|lakcím|strada|adresa|sokak|adres satırı 1|adres|"
               "adresiniz|gatuadress|adress|gateadresse|adresse|vej|vejnavn|katuosoite|osoite|lähiosoite|aadress|adrese|"
               "adresas|διεύθυνση|οδός|地址|地 址|详细地址|詳細地址|住址|街道|住所|番地|주소|상세주소|כתובת|العنوان|địa chỉ|alamat|"
               "ที่อยู่|naslov|adresa stanovanja",
         unless="почты|e mail|mail|ip"),
    _row("bday",
         whole="день рождения|ден на раждане|födelsedatum|fødselsdato|fødselsdag|syntymäaika|datum narození|dátum narodenia|"
               "születési dátum|születési idő|data nașterii|data naşterii|doğum tarihi|datum rođenja|datum rojstva|"
               "生日|生年月日|出生日期|생년월일|생일|sünnikuupäev|dzimšanas datums|gimimo data|ngày sinh|tanggal lahir|วันเกิด",
         within="дата рождения|дата народження|дата на раждане|ημερομηνία γέννησης|تاريخ الميلاد|תאריך לידה|出生年月|"
                "出生日期|生年月日|생년월일"),
]

VETOES_ELSEWHERE: tuple[tuple[str, str, str, str], ...] = (
    # as `veto_words.VETOES`: kind, words, words that rule it out, reason
    ("one-time-code",
     _any(within="код подтверждения|код из смс|код из sms|проверочный код|код підтвердження|验证码|驗證碼|校验码|動態碼|認証コード|"
                 "確認コード|인증번호|인증 코드|doğrulama kodu|onay kodu|ověřovací kód|verifieringskod|engångskod|bekreftelseskode|"
                 "vahvistuskoodi|κωδικός επιβεβαίωσης|קוד אימות|رمز التحقق|mã xác|kode verifikasi"), "",
     "a code sent to the person"),
    ("password",
     _any(within="пароль|密码|密碼|パスワード|비밀번호|şifre|lösenord|adgangskode|passord|salasana|jelszó|parolă|лозинка|парола|"
                 "συνθηματικό|סיסמה|كلمة المرور|كلمة السر|mật khẩu|kata sandi|รหัสผ่าน"), "", "a password"),
    ("captcha", _any(within="капча|код с картинки|символы с картинки|画像認証|图形验证|보안문자"), "", "a proof of being human"),
    ("username",
     _any(whole="логин|ник|никнейм|логін|账号|帳號|账户|ユーザーid|아이디|닉네임|昵称|暱稱",
          within="имя пользователя|ім я користувача|用户名|用戶名|使用者名稱|用户昵称|ユーザー名|ニックネーム|사용자 이름|kullanıcı adı|"
                 "uživatelské jméno|používateľské meno|felhasználónév|användarnamn|brukernavn|brugernavn|käyttäjätunnus|"
                 "käyttäjänimi|nume de utilizator|korisničko ime|όνομα χρήστη|שם משתמש|اسم المستخدم|tên đăng nhập|"
                 "nama pengguna|ชื่อผู้ใช้"), "", "a user name"),
    ("search", _any(whole="поиск|пошук|търсене|搜索|搜尋|検索|검색|sök|søg|søk|haku|hledat|keresés|căutare|ara|αναζήτηση|חיפוש|بحث"),
     "", "a search box"),
)
"""What is left to the person, in the same languages."""
