/** People told by their number, their class, their house. */
export const COUNTED =
  /(?:[二两三四五六七八九十百几]|\d{2,}|[3-9])[十百千]?[多来余几]{0,2}(?:号|个|名|位)?(?:人|学生|孩子|小孩|老人|工人|村民|居民|业主|邻居|同学|同事|员工|群众|娃|户|口|家人|栋|层楼|的)|[二两三四五六七八九十几]个班|全[班校村厂镇组楼]|整个(?:社区|小区|村|单元)|[两二三四五六七八九十几]个[\p{sc=Han}]{1,3}的|[晕倒昏]了[两二三四五六七八九十几]{1,2}个|[两二三四五六七八九十几]{1,2}个(?:人)?(?:没|都|全|送|躺|倒|晕)|大人小孩|[半整]个?(?:班|栋|层|条街|村|小区|车间|城|县城|镇|片区)|一家[三四五六七八九]口|师生|学生|同学|小朋友|(?:孩子|娃)(?:们|儿|娃|都|全)|娃儿些/u;
export const MANY =
  /(?:好多|许多|很多|不少|好些|好几个?|多)人|大家|人都|[都全][晕昏倒吐呛]|[倒躺晕](?:了|得)?一(?:大)?片|[倒躺]了一地|几家|老少/;
/** Several people, counted or not. */
export const SEVERAL_PEOPLE = new RegExp(`${COUNTED.source}|${MANY.source}`, 'u');
/** A village, a school, dozens: so many at once are ill for no everyday reason. */
export const CROWD =
  /全[村校镇厂班]|(?:[一二两三四五六七八九几\d][十百千]|\d{2})[一二三四五六七八九十\d]{0,2}[多来余几]{0,2}[口个名户]?(?:人|学生|村民|居民|工人)/;
/** Who works or lives there, however many. */
export const COLLECTIVE = /居民|村民|群众|工人|员工|职工|民工|值班员|师傅/;
export const SOMEBODY = new RegExp(`有人|${COLLECTIVE.source}`);
/** Whom lead harms most, or more than one. */
export const CHILDREN = new RegExp(`孩子|娃|儿童|小孩|学生|幼儿|${SEVERAL_PEOPLE.source}`, 'u');
/** As far as one waterworks reaches. */
export const WHOLE_TOWN = /[半整全]个?(?:县城|县|城|镇|乡|市)|医院|学校都|停水|停止供水/;
