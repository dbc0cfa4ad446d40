// React-Bootstrap (native controls in its markup) with react-datepicker.
import { Button, Form } from "react-bootstrap";
import DatePicker from "react-datepicker";
import "react-datepicker/dist/react-datepicker.css";
import { Frame, mount, useValues } from "./react_shared.jsx";
import { contacts, countries, iso, titles, weekdays } from "./shared.js";

function App() {
  const { values, set, typed } = useValues({ days: [] });
  const flip = (day) => set("days")(values.days.includes(day) ? values.days.filter((each) => each !== day) : [...values.days, day]);
  const select = (name, label, options) => (
    <Form.Group controlId={name}><Form.Label>{label} *</Form.Label>
      <Form.Select required onChange={(event) => set(name)(event.target.value)}><option value="">Choose…</option>
        {options.map((each) => <option key={each.value} value={each.value}>{each.label}</option>)}</Form.Select></Form.Group>
  );
  const text = (name, label, type) => (
    <Form.Group><Form.Label htmlFor={name}>{label} *</Form.Label><Form.Control type={type} required {...typed(name)} /></Form.Group>
  );
  return (
    <Frame values={values}>
      {select("title", "Title", titles)}{text("name", "Full name")}{text("email", "Email address", "email")}
      <Form.Group><Form.Label htmlFor="birthday">Date of birth *</Form.Label>
        <DatePicker id="birthday" required dateFormat="dd/MM/yyyy" selected={values.date} showYearDropdown
          onChange={(date) => { set("date")(date); set("birthday")(iso(date)); }} /></Form.Group>
      {select("country", "Country", countries)}
      <fieldset><legend>How should we contact you? *</legend>{contacts.map((each) => (
        <Form.Check key={each.value} type="radio" name="contact" id={each.value} label={each.label} required onChange={() => set("contact")(each.value)} />
      ))}</fieldset>
      <fieldset><legend>Which days suit you? *</legend>{weekdays.map((each) => (
        <Form.Check key={each.value} type="checkbox" name="days" value={each.value} id={each.value} label={each.label} onChange={() => flip(each.value)} />
      ))}</fieldset>
      <Form.Group controlId="hours"><Form.Label>Hours per week</Form.Label><Form.Range min={0} max={40} value={values.hours} onChange={(event) => set("hours")(Number(event.target.value))} /></Form.Group>
      <Form.Group controlId="document"><Form.Label>Proof of address *</Form.Label><Form.Control type="file" required onChange={(event) => set("document")(event.target.files[0])} /></Form.Group>
      <Form.Check type="switch" id="news" label="Send me the newsletter" checked={values.news} onChange={(event) => set("news")(event.target.checked)} />
      <Form.Check type="checkbox" id="terms" required label="I accept the terms of use" onChange={(event) => set("terms")(event.target.checked)} />
      <Button type="submit">Send</Button>
    </Frame>
  );
}
mount(<App />);
