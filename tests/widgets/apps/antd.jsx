// Ant Design: its form with items, select, date picker, auto-complete, number, slider, switch, upload.
import {
  AutoComplete, Button, Checkbox, DatePicker, Form, Input, InputNumber, Radio, Select, Slider, Switch, Upload,
} from "antd";
import { mount } from "./react_shared.jsx";
import { contacts, countries, languages, submit, titles, towns, weekdays } from "./shared.js";

const must = (message) => [{ required: true, message }];
const send = ({ birthday, document: files, ...rest }) =>
  submit({ ...rest, birthday: birthday.format("YYYY-MM-DD"), document: files[0].originFileObj });

mount(
  <main style={{ maxWidth: 640, margin: "0 auto" }}><h1>Become a volunteer</h1>
    <Form layout="vertical" onFinish={send} initialValues={{ news: true, hours: 4, visitors: 1 }}>
      <Form.Item name="title" label="Title" rules={must("Please choose a title")}><Select placeholder="Select a title" options={titles} /></Form.Item>
      <Form.Item name="name" label="Full name" rules={must("Please enter your name")}><Input /></Form.Item>
      <Form.Item name="email" label="Email address" rules={[{ required: true, type: "email" }]}><Input /></Form.Item>
      <Form.Item name="birthday" label="Date of birth" rules={must("Please enter your date of birth")}><DatePicker format="DD/MM/YYYY" /></Form.Item>
      <Form.Item name="town" label="Town" rules={must("Please enter your town")}>
        <AutoComplete options={towns.map((value) => ({ value }))} showSearch={{ filterOption: (typed, option) => option.value.toLowerCase().includes(typed.toLowerCase()) }} /></Form.Item>
      <Form.Item name="country" label="Country" rules={must("Please choose a country")}>
        <Select showSearch={{ optionFilterProp: "label" }} placeholder="Select a country" options={countries} /></Form.Item>
      <Form.Item name="languages" label="Languages you speak" rules={must("Please choose a language")}>
        <Select mode="multiple" placeholder="Please select" options={languages} /></Form.Item>
      <Form.Item name="contact" label="How should we contact you?" rules={must("Please choose one")}><Radio.Group options={contacts} /></Form.Item>
      <Form.Item name="days" label="Which days suit you?" rules={must("Please choose a day")}><Checkbox.Group options={weekdays} /></Form.Item>
      <Form.Item name="visitors" label="Number of visitors"><InputNumber min={1} max={20} /></Form.Item>
      <Form.Item name="hours" label="Hours per week"><Slider max={40} /></Form.Item>
      <Form.Item name="document" label="Proof of address" valuePropName="fileList" getValueFromEvent={(event) => event?.fileList} rules={must("Please add a file")}>
        <Upload beforeUpload={() => false} maxCount={1}><Button>Select a file</Button></Upload></Form.Item>
      <Form.Item name="news" label="Send me the newsletter" valuePropName="checked"><Switch /></Form.Item>
      <Form.Item name="terms" valuePropName="checked" rules={must("Please accept the terms")}><Checkbox>I accept the terms of use</Checkbox></Form.Item>
      <Button type="primary" htmlType="submit">Send</Button>
    </Form></main>,
);
