import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type Answer, answering } from '../http/http.ts';
import { PROBLEMS } from '../http/problems.ts';
import { pageAnswer, type Site } from './page.ts';
import { problemPage } from './problem-page.ts';

/** A function that answers people: whatever `work` throws becomes a page that says what they can do. */
export const pageOrProblem = (site: Site, work: (event: APIGatewayProxyEventV2) => Promise<Answer>) =>
  answering(work, (name, { headers }, traceId) => {
    const { status, title } = PROBLEMS[name];
    return pageAnswer(status, problemPage({ title, advice: adviceOn(status), traceId }), site, headers);
  });

/** What people can do about it; what they typed is still in the page before. */
function adviceOn(status: number): string {
  if (status === 429)
    return '同一网络的提交或查询太多，可能是很多人共用一个网络。请过一会儿返回上一页再试，您写的内容还在。';
  if (status === 413) return '请返回上一页，把内容写短一些再提交。';
  if (status < 500) return '请返回上一页，或从头打开投诉页面再试。';
  return '这是我们的问题。请返回上一页再提交一次；重复提交同一份表单不会变成两件投诉。';
}
