import type { Localized, TaskState, TicketState } from '#model';

const words = (zh: string, en: string): Localized => ({ zh, en });

/** States as a message names them; the page has its own words, which a server cannot read. */
export const TASK_STATE_WORDS: Record<TaskState, Localized> = {
  open: words('待接续', 'open'),
  claimed: words('已认领', 'claimed'),
  contacted: words('已联系', 'contacted'),
  resumed: words('接续成功', 'resumed'),
  failed: words('接续失败', 'failed'),
  expired: words('超时失效', 'expired'),
  withdrawn: words('客户已自行恢复', 'withdrawn'),
};

export const TICKET_STATE_WORDS: Record<TicketState, Localized> = {
  registered: words('已登记', 'registered'),
  assigned: words('已立项', 'assigned'),
  remediating: words('整改中', 'remediating'),
  verifying: words('验证中', 'verifying'),
  closed: words('已销号', 'closed'),
  waived: words('人工核销', 'waived'),
};
