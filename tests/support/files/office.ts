import { type ZipPart, zip } from "./zip";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = (part: string, type: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;

/** A Word document by the markup of its body, with other parts beside it. */
export const docx = (body: string, others: readonly ZipPart[] = [], head = ""): Uint8Array =>
  zip([
    { name: "[Content_Types].xml", data: types("word/document.xml", "wordprocessingml.document") },
    { name: "word/document.xml", data: `${head}<w:document ${W}><w:body>${body}</w:body></w:document>` },
    ...others,
  ]);

export const paragraph = (...runs: string[]) =>
  `<w:p>${runs.map((run) => (run.startsWith("<") ? run : `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`)).join("")}</w:p>`;

const ODF = "urn:oasis:names:tc:opendocument:xmlns";
const NAMES = `xmlns:office="${ODF}:office:1.0" xmlns:text="${ODF}:text:1.0" xmlns:draw="${ODF}:drawing:1.0" xmlns:svg="${ODF}:svg-compatible:1.0" xmlns:style="${ODF}:style:1.0"`;

/** An OpenDocument text by the markup of its body. */
export const odt = (body: string, others: readonly ZipPart[] = []): Uint8Array =>
  zip([
    { name: "mimetype", data: "application/vnd.oasis.opendocument.text", stored: true },
    {
      name: "content.xml",
      data: `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMES}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    ...others,
  ]);

export const odtStyles = (body: string): ZipPart => ({
  name: "styles.xml",
  data: `<office:document-styles ${NAMES}>${body}</office:document-styles>`,
});

const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export interface SheetParts {
  /** The markup of each sheet's rows, by its name. */
  sheets: Record<string, string>;
  hidden?: string[];
  shared?: string;
  styles?: string;
  from1904?: boolean;
}

/** A workbook by the markup of its sheets. */
export function xlsx({ sheets, hidden = [], shared, styles, from1904 = false }: SheetParts): Uint8Array {
  const names = Object.keys(sheets);
  const list = names
    .map((name, index) => {
      const state = hidden.includes(name) ? ' state="hidden"' : "";
      return `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index}"${state}/>`;
    })
    .join("");
  const relations = names
    .map(
      (_, index) => `<Relationship Id="r${index}" Type="worksheet" Target="worksheets/sheet${index}.xml"/>`,
    )
    .join("");
  return zip([
    { name: "[Content_Types].xml", data: types("xl/workbook.xml", "spreadsheetml.sheet") },
    {
      name: "xl/workbook.xml",
      data: `<workbook ${S} ${R}><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${list}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    },
    ...Object.values(sheets).map((rows, index) => ({
      name: `xl/worksheets/sheet${index}.xml`,
      data: `<worksheet ${S}><sheetData>${rows}</sheetData></worksheet>`,
    })),
    ...(shared === undefined ? [] : [{ name: "xl/sharedStrings.xml", data: `<sst ${S}>${shared}</sst>` }]),
    ...(styles === undefined
      ? []
      : [{ name: "xl/styles.xml", data: `<styleSheet ${S}>${styles}</styleSheet>` }]),
  ]);
}
