// PrimeReact: drop-down, auto-complete, multi-select, calendar, mask, number, slider, switch, editor.
import "primereact/resources/themes/lara-light-blue/theme.css";
import { AutoComplete } from "primereact/autocomplete";
import { Button } from "primereact/button";
import { Calendar } from "primereact/calendar";
import { Checkbox } from "primereact/checkbox";
import { Dropdown } from "primereact/dropdown";
import { InputMask } from "primereact/inputmask";
import { InputNumber } from "primereact/inputnumber";
import { InputSwitch } from "primereact/inputswitch";
import { InputText } from "primereact/inputtext";
import { MultiSelect } from "primereact/multiselect";
import { RadioButton } from "primereact/radiobutton";
import { Slider } from "primereact/slider";
import { useState } from "react";
import { Frame, mount, useValues } from "./react_shared.jsx";
import { contacts, countries, iso, languages, titles, towns, weekdays } from "./shared.js";

function App() {
  const { values, set, typed } = useValues({ days: [] });
  const [found, setFound] = useState([]);
  const flip = (day) => set("days")(values.days.includes(day) ? values.days.filter((each) => each !== day) : [...values.days, day]);
  const field = (name, label, control) => <div><label htmlFor={name} style={{ display: "block" }}>{label}</label>{control}</div>;
  const { date, ...sent } = values;
  return (
    <Frame values={sent}>
      {field("title", "Title *", <Dropdown inputId="title" value={values.title} options={titles} placeholder="Select a title" onChange={(event) => set("title")(event.value)} />)}
      {field("name", "Full name *", <InputText required {...typed("name")} />)}
      {field("email", "Email address *", <InputText type="email" required {...typed("email")} />)}
      {field("birthday", "Date of birth *", <Calendar inputId="birthday" value={date} dateFormat="dd/mm/yy" onChange={(event) => { set("date")(event.value); set("birthday")(event.value instanceof Date ? iso(event.value) : ""); }} />)}
      {field("town", "Town *", <AutoComplete inputId="town" value={values.town} suggestions={found} completeMethod={({ query }) => setFound(towns.filter((each) => each.toLowerCase().startsWith(query.toLowerCase())))} onChange={(event) => set("town")(event.value)} />)}
      {field("country", "Country *", <Dropdown inputId="country" filter value={values.country} options={countries} placeholder="Select a country" virtualScrollerOptions={{ itemSize: 38 }} onChange={(event) => set("country")(event.value)} />)}
      {field("languages", "Languages you speak *", <MultiSelect inputId="languages" value={values.languages} options={languages} display="chip" placeholder="Select languages" onChange={(event) => set("languages")(event.value)} />)}
      {field("iban", "IBAN *", <InputMask id="iban" mask="aa99 aaaa 9999 9999 9999 99" placeholder="GB00 AAAA 0000 0000 0000 00" onChange={(event) => set("iban")(event.value)} />)}
      <fieldset><legend>How should we contact you? *</legend>{contacts.map((each) => (
        <div key={each.value}><RadioButton inputId={each.value} name="contact" value={each.value} checked={values.contact === each.value} onChange={() => set("contact")(each.value)} />
          <label htmlFor={each.value}>{each.label}</label></div>
      ))}</fieldset>
      <fieldset><legend>Which days suit you? *</legend>{weekdays.map((each) => (
        <div key={each.value}><Checkbox inputId={each.value} name="days" value={each.value} checked={values.days.includes(each.value)} onChange={() => flip(each.value)} />
          <label htmlFor={each.value}>{each.label}</label></div>
      ))}</fieldset>
      {field("visitors", "Number of visitors", <InputNumber inputId="visitors" showButtons min={1} max={20} value={values.visitors} onValueChange={(event) => set("visitors")(event.value)} />)}
      <div><span id="hours-label">Hours per week</span><Slider aria-labelledby="hours-label" pt={{ handle: { "aria-labelledby": "hours-label" } }} value={values.hours} max={40} onChange={(event) => set("hours")(event.value)} style={{ width: 200, margin: 10 }} /></div>
      {field("news", "Send me the newsletter", <InputSwitch inputId="news" checked={values.news} onChange={(event) => set("news")(event.value)} />)}
      <div><Checkbox inputId="terms" required checked={values.terms} onChange={(event) => set("terms")(event.checked)} /><label htmlFor="terms">I accept the terms of use *</label></div>
      <Button type="submit" label="Send" />
    </Frame>
  );
}
mount(<App />);
