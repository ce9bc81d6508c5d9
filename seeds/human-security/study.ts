/** What the sample study says of itself. */
export const study = {
  title: "Perceptions of human security in Japan",
  description:
    "Ten people from six sectors were asked what human security means to them, where they see it at risk, and what the concept has changed. Two coders read every transcript against one codebook.",
  notice:
    "The words in this study are invented for illustration. The positions follow a published study. People are cited by number.",
};
