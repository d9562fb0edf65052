import { type Department, department, type Person, person, type Role } from '#model';
import { text } from './text';

const DEPARTMENTS = [
  ['board', '总裁室', 'Executive office', 'hq'],
  ['experience', '客户体验部', 'Customer experience', 'hq'],
  ['digital', '数字化运营部', 'Digital operations', 'hq'],
  ['underwriting', '核保运营部', 'Underwriting operations', 'hq'],
  ['claims', '理赔部', 'Claims', 'hq'],
  ['policy', '保全部', 'Policy service', 'hq'],
  ['renewals', '续期收费部', 'Renewals', 'hq'],
  ['finance', '财务部', 'Finance', 'hq'],
  ['technology', '信息技术部', 'Technology', 'hq'],
  ['video-centre', '空中客服中心', 'Video service centre', 'hq'],
  ['call-centre', '95519 联络中心', 'Contact centre 95519', 'hq'],
  ['service-gd', '广东客户服务部', 'Customer service Guangdong', 'gd'],
  ['service-ha', '河南客户服务部', 'Customer service Henan', 'ha'],
] as const;

type DepartmentKey = (typeof DEPARTMENTS)[number][0];

/** Every given name says that its bearer does not exist: 示例 example, 样本 sample, 虚构 invented, 模拟 simulated, 演示 demo. */
const PEOPLE: readonly (readonly [id: string, zh: string, en: string, DepartmentKey, ...Role[]])[] = [
  ['zhou', '周示例', 'Zhou Shili', 'board', 'executive'],
  ['qin', '秦样本', 'Qin Yangben', 'board', 'executive'],
  ['lin', '林虚构', 'Lin Xugou', 'experience', 'manager'],
  ['he', '何模拟', 'He Moni', 'experience', 'manager', 'designer'],
  ['su', '苏演示', 'Su Yanshi', 'experience', 'designer'],
  ['liang', '梁示例', 'Liang Shili', 'experience', 'designer'],
  ['wang', '王样本', 'Wang Yangben', 'digital', 'manager'],
  ['zhao', '赵虚构', 'Zhao Xugou', 'digital', 'owner'],
  ['qian', '钱模拟', 'Qian Moni', 'digital', 'owner'],
  ['sun', '孙演示', 'Sun Yanshi', 'digital', 'owner', 'designer'],
  ['li', '李示例', 'Li Shili', 'underwriting', 'owner'],
  ['wu', '吴样本', 'Wu Yangben', 'underwriting', 'owner'],
  ['zheng', '郑虚构', 'Zheng Xugou', 'claims', 'manager', 'owner'],
  ['feng', '冯模拟', 'Feng Moni', 'claims', 'owner'],
  ['chen', '陈演示', 'Chen Yanshi', 'policy', 'manager', 'owner'],
  ['chu', '褚示例', 'Chu Shili', 'policy', 'owner'],
  ['wei', '卫样本', 'Wei Yangben', 'renewals', 'manager', 'owner'],
  ['jiang', '蒋虚构', 'Jiang Xugou', 'renewals', 'owner'],
  ['shen', '沈模拟', 'Shen Moni', 'finance', 'owner'],
  ['han', '韩演示', 'Han Yanshi', 'technology', 'engineer', 'owner'],
  ['yang', '杨示例', 'Yang Shili', 'technology', 'engineer'],
  ['zhu', '朱样本', 'Zhu Yangben', 'technology', 'engineer'],
  ['xu', '许虚构', 'Xu Xugou', 'video-centre', 'manager', 'operator'],
  ['lu', '吕模拟', 'Lü Moni', 'video-centre', 'operator'],
  ['shi', '施演示', 'Shi Yanshi', 'video-centre', 'operator'],
  ['zhang', '张示例', 'Zhang Shili', 'call-centre', 'manager', 'operator'],
  ['kong', '孔样本', 'Kong Yangben', 'call-centre', 'operator'],
  ['cao', '曹虚构', 'Cao Xugou', 'call-centre', 'operator'],
  ['yan', '严模拟', 'Yan Moni', 'service-gd', 'manager', 'operator'],
  ['hua', '华演示', 'Hua Yanshi', 'service-gd', 'owner', 'operator'],
  ['jin', '金示例', 'Jin Shili', 'service-ha', 'manager', 'operator'],
  ['tao', '陶样本', 'Tao Yangben', 'service-ha', 'owner', 'operator'],
];

/** The demo insurer's staff: invented people, each in the organisation of their department. */
export function demoPeople(): { departments: Department[]; people: Person[] } {
  const organisationOf = new Map<string, string>(DEPARTMENTS.map(([id, , , organisation]) => [id, organisation]));
  return {
    departments: department.array().parse(DEPARTMENTS.map(([id, zh, en, organisation]) => ({ id, name: text(zh, en), organisation }))),
    people: person.array().parse(
      PEOPLE.map(([id, zh, en, of, ...roles]) => ({ id, name: text(zh, en), department: of, organisation: organisationOf.get(of), roles })),
    ),
  };
}
