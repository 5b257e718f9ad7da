// One exchange as Postman sends it: the pair comes from variables of an environment.
const newman = require("newman");
const e = process.env;

const named = (key, value) => ({ key, value });
const body = [named("grant_type", "client_credentials")];
const header = [];
let auth;
if (e.WAY === "header") {
  header.push(named(e.KEY_HEADER, "{{key}}"), named(e.TOKEN_HEADER, "{{token}}"));
} else if (e.WAY === "basic") {
  auth = { type: "basic", basic: [named("username", "{{key}}"), named("password", "{{token}}")] };
} else {
  body.push(named("client_id", "{{key}}"), named("client_secret", "{{token}}"));
}
const request = { url: e.URL, method: "POST", header, auth, body: { mode: "urlencoded", urlencoded: body } };

newman
  .run({ collection: { item: [{ request }] }, envVar: [named("key", e.KEY), named("token", e.TOKEN)] })
  .on("request", (error, { response }) => console.log(error ? String(error) : `${response.code} ${response.stream}`));
