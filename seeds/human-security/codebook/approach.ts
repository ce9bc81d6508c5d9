import type { SampleCode } from "./types";

export const approach: SampleCode = {
  name: "Approach",
  hue: 1,
  definition:
    "How human security is put into practice: by protecting people from above, by empowering them from below, or by both.",
  whenToUse: "Not on its own: choose one of the codes below.",
  whenNotToUse: "For ways of getting help across a border: those are under Cross-border response.",
  example: "None: this code only gathers those below it.",
  counterExample:
    "“We would go through the United Nations.” A channel for help abroad: Cross-border response.",
  children: [
    {
      name: "Protection",
      hue: 1,
      shortcut: "p",
      definition:
        "Keeping people from harm by the action of somebody with power or means: a state, an agency, rescuers.",
      whenToUse:
        "The speaker describes shielding, rescuing, regulating or providing for people, or says when that comes first.",
      whenNotToUse:
        "The point is that institutions or laws of a country have to be built so that protection goes on: use As national frameworks. The speaker only says that both ways are needed: use Both needed.",
      example: "“While the water is rising you do not hold meetings. You send boats.”",
      counterExample:
        "“They had learned to read the river gauge themselves.” People's own capacity: Empowerment.",
      children: [
        {
          name: "As national frameworks",
          hue: 1,
          definition:
            "Protection understood as building the laws and institutions by which a country can protect its own people.",
          whenToUse:
            "Laws, codes, courts, offices or budgets of the partner country are named as what protection consists of, or as help's proper aim.",
          whenNotToUse:
            "Somebody from outside protects people directly. A government's rules are mentioned as an obstacle or as background.",
          example:
            "“The day their own parliament passes the dam safety act, we have protected more people than with any pump we sent.”",
          counterExample: "“Our engineers repaired the dam before the rains.” Direct protection: Protection.",
        },
      ],
    },
    {
      name: "Empowerment",
      hue: 3,
      shortcut: "e",
      definition:
        "Strengthening what people and communities can do for themselves and decide for themselves.",
      whenToUse:
        "The speaker talks of training, of people's own organisations, of giving people a say or the means to act, or of how much weight this has.",
      whenNotToUse:
        "The claim is that it makes results last: use Sustainability. The claim is that a community withstands or recovers because of it: use Communities and resilience.",
      example: "“We gave the midwives the ledger and the key, and asked them what they would do first.”",
      counterExample: "“Nurses from the capital were sent in for a week.” Provided from above: Protection.",
      children: [
        {
          name: "Sustainability",
          hue: 3,
          definition: "Empowerment is what makes security last after the helpers have gone.",
          whenToUse:
            "Lasting results are tied to what people do themselves, as a claim or through a case seen years later.",
          whenNotToUse:
            "Something lasted for another reason, such as money or a law. Sustainable development is named as a policy field only.",
          example: "“The clinic that still opens every morning is the one whose rota was never ours.”",
          counterExample:
            "“The bridge has stood for thirty years; it is good steel.” Lasting, and nobody was empowered.",
        },
        {
          name: "Communities and resilience",
          hue: 3,
          definition:
            "Empowering communities, and not only single persons, so that they can take a blow and rebuild.",
          whenToUse:
            "The community is named as what has to be strengthened so that people can recover or start again.",
          whenNotToUse:
            "A single person or household is strengthened: use Empowerment. Buildings or networks are made stronger.",
          example:
            "“A house can be put up in a season. Neighbours who will lend each other a pump take longer, and without them people leave.”",
          counterExample: "“We raised the sea wall by two metres.” No community is empowered.",
        },
      ],
    },
    {
      name: "Both needed",
      hue: 1,
      shortcut: "b",
      definition:
        "Protection and empowerment are both necessary, and which of them leads depends on the case.",
      whenToUse:
        "The speaker says that neither will do alone, or that the place or the moment decides which comes forward.",
      whenNotToUse:
        "Only one of the two is discussed, however warmly. Both words occur, and the speaker ranks one above the other for good.",
      example:
        "“Start with whichever the place is missing, and do not go home before you have done the other.”",
      counterExample: "“Empowerment has always been the part that I care for.” One only: Empowerment.",
    },
  ],
};
