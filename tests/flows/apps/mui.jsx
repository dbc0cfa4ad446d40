// Material UI: text fields, a native select, a checkbox and a button inside its own markup.
import { Button, Checkbox, FormControlLabel, Stack, TextField } from "@mui/material";
import { useState } from "react";
import { Page, mount } from "./react_shared.jsx";

function Contact({ submit }) {
  const [values, setValues] = useState({ name: "", email: "", phone: "", how: "", news: false });
  const change = (event) => setValues({ ...values, [event.target.name]: event.target.value });
  return (
    <Stack component="form" spacing={2} onSubmit={(event) => { event.preventDefault(); submit(values); }}>
      <TextField id="name" name="name" label="Full name" required value={values.name} onChange={change} />
      <TextField id="email" name="email" label="Email address" type="email" required value={values.email} onChange={change} />
      <TextField id="phone" name="phone" label="Phone number" type="tel" value={values.phone} onChange={change} />
      <TextField id="how" name="how" label="How should we answer?" select required value={values.how} onChange={change}
        slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}>
        <option value="">Choose one</option><option value="email">By email</option><option value="phone">By phone</option>
      </TextField>
      <FormControlLabel label="Send me the newsletter" control={
        <Checkbox checked={values.news} onChange={(event) => setValues({ ...values, news: event.target.checked })} />} />
      <Button type="submit" variant="contained">Send message</Button>
    </Stack>
  );
}

mount(<Page title="Contact us">{(submit) => <Contact submit={submit} />}</Page>);
