import { text } from './text';

/**
 * 总部 → 省 → 市 → 网点, each after the one above it. `customers`: share of those who belong directly there, not below.
 * `friction`: how often they break, against the average of the country.
 */
const TABLE: readonly (readonly [id: string, parent: string | undefined, zh: string, en: string, customers: number, friction: number])[] = [
  ['hq', undefined, '总部', 'Head office', 0, 1],
  ['gd', 'hq', '广东省分公司', 'Guangdong', 2, 0.96],
  ['gd-gz', 'gd', '广州市', 'Guangzhou', 4, 0.9],
  ['gd-gz-th', 'gd-gz', '天河网点', 'Tianhe branch', 2, 0.88],
  ['gd-gz-yx', 'gd-gz', '越秀网点', 'Yuexiu branch', 1, 0.95],
  ['gd-sz', 'gd', '深圳市', 'Shenzhen', 5, 0.84],
  ['js', 'hq', '江苏省分公司', 'Jiangsu', 2, 0.94],
  ['js-nj', 'js', '南京市', 'Nanjing', 3, 0.9],
  ['js-nj-gl', 'js-nj', '鼓楼网点', 'Gulou branch', 1, 0.92],
  ['js-su', 'js', '苏州市', 'Suzhou', 4, 0.88],
  ['zj', 'hq', '浙江省分公司', 'Zhejiang', 2, 0.9],
  ['zj-hz', 'zj', '杭州市', 'Hangzhou', 4, 0.82],
  ['zj-hz-xh', 'zj-hz', '西湖网点', 'Xihu branch', 1, 0.85],
  ['zj-nb', 'zj', '宁波市', 'Ningbo', 2, 0.88],
  ['sd', 'hq', '山东省分公司', 'Shandong', 3, 1.05],
  ['sd-jn', 'sd', '济南市', 'Jinan', 3, 1.02],
  ['sd-qd', 'sd', '青岛市', 'Qingdao', 3, 0.96],
  ['ha', 'hq', '河南省分公司', 'Henan', 4, 1.28],
  ['ha-zz', 'ha', '郑州市', 'Zhengzhou', 4, 1.2],
  ['ha-zz-js', 'ha-zz', '金水网点', 'Jinshui branch', 1, 1.15],
  ['sc', 'hq', '四川省分公司', 'Sichuan', 3, 1.14],
  ['sc-cd', 'sc', '成都市', 'Chengdu', 4, 1.02],
  ['sc-cd-wh', 'sc-cd', '武侯网点', 'Wuhou branch', 1, 1],
  ['hb', 'hq', '湖北省分公司', 'Hubei', 2, 1.08],
  ['hb-wh', 'hb', '武汉市', 'Wuhan', 4, 0.98],
  ['hn', 'hq', '湖南省分公司', 'Hunan', 2, 1.1],
  ['hn-cs', 'hn', '长沙市', 'Changsha', 3, 1],
  ['he', 'hq', '河北省分公司', 'Hebei', 3, 1.18],
  ['he-sj', 'he', '石家庄市', 'Shijiazhuang', 2, 1.1],
  ['sn', 'hq', '陕西省分公司', 'Shaanxi', 2, 1.15],
  ['sn-xa', 'sn', '西安市', "Xi'an", 3, 1.06],
  ['ln', 'hq', '辽宁省分公司', 'Liaoning', 2, 1.24],
  ['ln-sy', 'ln', '沈阳市', 'Shenyang', 2, 1.12],
  ['bj', 'hq', '北京市分公司', 'Beijing', 3, 0.9],
  ['bj-cy', 'bj', '朝阳网点', 'Chaoyang branch', 2, 0.86],
  ['bj-hd', 'bj', '海淀网点', 'Haidian branch', 2, 0.84],
  ['sh', 'hq', '上海市分公司', 'Shanghai', 3, 0.86],
  ['sh-pd', 'sh', '浦东网点', 'Pudong branch', 3, 0.82],
];

export const ORGANISATIONS = TABLE.map(([id, parent, zh, en, customers, friction]) => {
  return { id, parent, name: text(zh, en), customers, friction };
});
