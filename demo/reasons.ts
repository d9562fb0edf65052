import type { Localized } from '#model';
import { text } from './text';

/** Why a step failed or was limited, in words a customer could read. */
export const REASONS = {
  'self-limit-300k': text('超出自助借款限额 30 万', 'Above the self-service loan limit of 300,000'),
  'low-cash-value': text('可借额度不足', 'Not enough loan value'),
  'overdue-loan': text('有逾期借款', 'An earlier loan is overdue'),
  'face-mismatch': text('人脸核验失败', 'Face check failed'),
  'liveness-failed': text('活体检测未通过', 'Liveness check not passed'),
  'poor-light': text('光线不足', 'Too little light'),
  'face-throttled': text('人脸核验限流', 'Face check throttled'),
  'id-expired': text('证件过期', 'Identity document expired'),
  'id-unreadable': text('证件识别失败', 'Document could not be read'),
  'data-mismatch': text('信息与系统不一致', 'Details differ from our records'),
  'sms-not-received': text('短信验证码未收到', 'Text message code not received'),
  'debit-failed': text('扣款失败', 'Debit failed'),
  'insufficient-funds': text('账户余额不足', 'Insufficient funds'),
  'card-invalid': text('银行卡失效', 'Bank card no longer valid'),
  'bank-limit': text('超出银行单笔限额', "Above the bank's limit per payment"),
  'image-blurred': text('影像不清', 'Image not clear'),
  'documents-missing': text('资料不全', 'Documents missing'),
  'upload-failed': text('上传失败', 'Upload failed'),
  'claim-limit-10k': text('超出自助理赔限额 1 万', 'Above the self-service claim limit of 10,000'),
  'under-investigation': text('需人工调查', 'Needs an investigation'),
  'change-offline-only': text('该项目须人工办理', 'This change needs a person'),
  'signature-mismatch': text('签名不一致', 'Signature differs'),
  'recording-interrupted': text('录制中断', 'Recording interrupted'),
  'recording-unclear': text('双录质检未通过', 'Recording did not pass the quality check'),
  'health-declared': text('健康告知需人工核保', 'Health statement needs an underwriter'),
  'surrender-limit-200k': text('超出自助退保限额 20 万', 'Above the self-service surrender limit of 200,000'),
  'policy-pledged': text('保单有未还借款', 'The policy has a loan not yet repaid'),
  'account-rejected': text('收款账户校验失败', 'Receiving account rejected'),
  'file-unavailable': text('文件生成失败', 'The file could not be made'),
  'system-busy': text('系统繁忙', 'System busy'),
  'no-answer': text('电话无人接听', 'Call not answered'),
  declined: text('客户暂不方便', 'Not convenient for the customer'),
} as const satisfies Record<string, Localized>;

export type ReasonKey = keyof typeof REASONS;
