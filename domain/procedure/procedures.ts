import type { ProvisionName } from '../law/statutes.ts';

/** 办理途径: by which procedure a complaint is handled. It decides periods, remedies, and what the answer must hold. */
export const PROCEDURES = ['duty', 'administrative', 'petition', 'legal-ways', 'accusation', 'suggestion'] as const;
export type Procedure = (typeof PROCEDURES)[number];

interface ProcedureWords {
  /** As people read it: 您反映的事项属于…. */
  readonly name: string;
  /** What happens now, as the complainant reads it. */
  readonly way: string;
  readonly basis: ProvisionName;
}

export const PROCEDURE_WORDS: Readonly<Record<Procedure, ProcedureWords>> = {
  duty: {
    name: '请求行政机关依法履行职责的事项',
    way: '我们将依法调查处理，并把结果答复您',
    basis: 'procedure-duty',
  },
  administrative: {
    name: '应当依照行政程序办理的事项',
    way: '我们将按照相应的行政程序办理，并把结果答复您',
    basis: 'procedure-administrative',
  },
  petition: {
    name: '依照信访程序办理的事项',
    way: '我们将听取您陈述的事实和理由，调查核实后出具信访处理意见书',
    basis: 'procedure-petition',
  },
  'legal-ways': {
    name: '应当通过诉讼、仲裁、行政复议等法定途径解决的事项',
    way: '我们将告知您相应的途径，并依法导入相应程序',
    basis: 'procedure-legal-ways',
  },
  accusation: {
    name: '检举控告事项',
    way: '我们将依规依纪依法交有权处理的机关处理，并对您的情况保密',
    basis: 'procedure-accusation',
  },
  suggestion: {
    name: '意见建议',
    way: '我们将认真研究；有利于改进工作的，予以采纳，并向您反馈',
    basis: 'procedure-suggestion',
  },
};
