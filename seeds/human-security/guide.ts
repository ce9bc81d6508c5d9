/** The question guide of the sample: six clusters, asked in this order. */
export const guide = [
  {
    key: "i",
    title: "Understandings of human security",
    questions: [
      {
        key: "i.1",
        text: "When you hear the words human security, what do you take them to mean?",
        followUp: false,
      },
    ],
  },
  {
    key: "ii",
    title: "Human security in the region",
    questions: [
      {
        key: "ii.1",
        text: "What are the main human security issues in East Asia, both the urgent threats and the long-term risks?",
        followUp: false,
      },
      {
        key: "ii.2",
        text: "And in Japan: which threats are urgent, and which build up over the long term?",
        followUp: true,
      },
      { key: "ii.3", text: "How should situations of that kind be dealt with?", followUp: true },
    ],
  },
  {
    key: "iii",
    title: "Cross-border responses",
    questions: [
      {
        key: "iii-i.1",
        text: "Suppose a natural disaster in Japan goes beyond what the government can control. Should Japan take help from overseas?",
        followUp: false,
      },
      {
        key: "iii-i.2",
        text: "Would you say the same if violence were escalating in Japan?",
        followUp: true,
      },
      {
        key: "iii-ii.1",
        text: "A country in East Asia is struck by a disaster beyond its control, and its government is reluctant to accept help. How should one act?",
        followUp: false,
      },
      {
        key: "iii-ii.2",
        text: "Would your answer change if it were violence that was escalating there?",
        followUp: true,
      },
    ],
  },
  {
    key: "iv",
    title: "Human security in practice",
    questions: [
      {
        key: "iv.1",
        text: "For you or your organisation, do protection and empowerment matter equally, or does one come first, and why?",
        followUp: false,
      },
    ],
  },
  {
    key: "v",
    title: "Conceptual basis: three freedoms",
    questions: [
      {
        key: "v.1",
        text: "How do freedom from fear, freedom from want and freedom to live in dignity relate to each other, and does one weigh more?",
        followUp: false,
      },
      {
        key: "v.2",
        text: "Dignity was added later than the other two. What does that addition mean to you?",
        followUp: false,
      },
    ],
  },
  {
    key: "vi",
    title: "Added value",
    questions: [
      {
        key: "vi.1",
        text: "Has the concept changed how people think, make policy or work, and what would be different without it?",
        followUp: false,
      },
    ],
  },
];
