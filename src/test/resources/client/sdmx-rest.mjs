// Asks for each form by the client's own request, which refuses an answer of another kind or without success.
import sdmx from "sdmx-rest";

const root = "http://localhost:8080";
const v1 = (more) => sdmx.getService({ url: root + "/sdmx/v1", api: "v1.5.0", ...more });
const v2 = (more) => sdmx.getService({ url: root + "/sdmx/v2", api: "v2.0.0", ...more });
const all = { flow: "VICTIMS", key: "A.SHN._T._T._T.NUMBER" };
const same = { context: "dataflow=TIPSTATS:VICTIMS(1.0.0)", key: all.key };

for (const format of ["genericdata+xml;version=2.1", "structurespecificdata+xml;version=2.1", "data+json;version=1.0.0",
  "data+csv;version=1.0.0"].map((form) => "application/vnd.sdmx." + form))
  console.log("v1", format, (await sdmx.request(all, v1({ format }))).includes("100"));
for (const format of ["data+json;version=2.0.0", "data+csv;version=2.0.0", "data+xml;version=3.0.0"]
  .map((form) => "application/vnd.sdmx." + form))
  console.log("v2", format, (await (await sdmx.request2(same, v2({ format }))).text()).includes("100"));
for (const [name, service] of [["v1", v1()], ["v2", v2()]]) {
  const structure = await sdmx.request({ resource: "datastructure", agency: "TIPSTATS", id: "DSD_VICTIMS",
    references: "children" }, service);
  console.log(name, "datastructure", structure.includes("CL_SEX"));
}
const available = await sdmx.request(sdmx.getAvailabilityQuery({ ...all, component: "TIME_PERIOD" }), v1());
console.log("v1", "availability", ...[...available.matchAll(/Period isInclusive="true">(\d+)</g)].map((year) => year[1]));
