import type { Organ } from '../../domain/organs.ts';

type Level = Organ['level'];

/** 通行的机构名称: as most provinces call them; a draft that whoever fills the roster in puts right. */
const OFFICES: Readonly<Record<string, readonly [province: string, below: string]>> = {
  ecology: ['生态环境厅', '生态环境局'],
  'urban-management': ['住房和城乡建设厅城市管理处', '城市管理局'],
  'public-security': ['公安厅', '公安局'],
  'housing-construction': ['住房和城乡建设厅', '住房和城乡建设局'],
  agriculture: ['农业农村厅', '农业农村局'],
  water: ['水利厅', '水利局'],
  forestry: ['林业和草原局', '林业和草原局'],
  'natural-resources': ['自然资源厅', '自然资源局'],
  'market-regulation': ['市场监督管理局', '市场监督管理局'],
  transport: ['交通运输厅', '交通运输局'],
  health: ['卫生健康委员会', '卫生健康委员会'],
};

/** 直辖市: their departments are 局, as those of cities are. */
const MUNICIPALITIES = ['11', '12', '31', '50'];

interface Office {
  readonly department: string;
  /** What config/matters.json calls it, for departments that have no usual office. */
  readonly departmentName: string;
  readonly level: Level;
  readonly division: string;
  readonly place: string;
  /** The city, where there is one between it and the province. */
  readonly city: string | undefined;
}

/** A county's ecological office is a branch of its city's since the reform of 2016 (垂直管理); all others are its own. */
export function organName({ department, departmentName, level, division, place, city }: Office): string {
  if (department === 'ecology' && level === 'county' && city) return `${city}生态环境局${branchName(place)}分局`;
  const [atProvince, below] = OFFICES[department] ?? [`${departmentName}厅`, `${departmentName}局`];
  const isOfProvince = level === 'province' && !MUNICIPALITIES.includes(division.slice(0, 2));
  return `${place}${isOfProvince ? atProvince : below}`;
}

/** 沙浦县 → 沙浦; a name of two characters stays whole. */
const branchName = (place: string): string => (place.length > 2 ? place.replace(/[县区市旗]$/, '') : place);
