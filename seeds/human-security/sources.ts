import { SampleSource } from "@/seeds/source";
import organisationReport from "./sources/organisation-report.json" with { type: "json" };
import parliamentaryRecord from "./sources/parliamentary-record.json" with { type: "json" };
import policyDocument from "./sources/policy-document.json" with { type: "json" };

/** The sources beside the interviews, one of each kind. Throws where a file is not as its schema says. */
export const sources = [policyDocument, parliamentaryRecord, organisationReport].map((source) =>
  SampleSource.parse(source),
);
