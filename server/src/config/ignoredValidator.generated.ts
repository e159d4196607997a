// @ts-nocheck
// Written by scripts/generateValidators.mjs from touchstoneignore.schema.json.
"use strict";
export const validateIgnored = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Findings that Touchstone leaves out","description":"Each entry silences one finding by its fingerprint, which knows the rule, the words and the sentence but no place. Give a reason, so that others can review it.","type":"object","required":["ignored"],"additionalProperties":false,"properties":{"$schema":{"type":"string"},"ignored":{"type":"array","items":{"type":"object","required":["fingerprint","rule","text"],"additionalProperties":false,"properties":{"fingerprint":{"description":"Rule, words and sentence of the finding, hashed.","type":"string","pattern":"^[0-9a-f]{16}$"},"rule":{"description":"Code of the rule, for the reader.","type":"string","pattern":"\\S"},"text":{"description":"The words that the finding is about, for the reader.","type":"string"},"excerpt":{"description":"The sentence around the words, for the reader.","type":"string"},"reason":{"description":"Why the finding is left out.","type":"string"}}}}}};
const pattern0 = new RegExp("^[0-9a-f]{16}$", "u");
const pattern1 = new RegExp("\\S", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.ignored === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "ignored"},message:"must have required property '"+"ignored"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "$schema") || (key0 === "ignored"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err2 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.ignored !== undefined){
let data1 = data.ignored;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.fingerprint === undefined){
const err3 = {instancePath:instancePath+"/ignored/" + i0,schemaPath:"#/properties/ignored/items/required",keyword:"required",params:{missingProperty: "fingerprint"},message:"must have required property '"+"fingerprint"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data2.rule === undefined){
const err4 = {instancePath:instancePath+"/ignored/" + i0,schemaPath:"#/properties/ignored/items/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2.text === undefined){
const err5 = {instancePath:instancePath+"/ignored/" + i0,schemaPath:"#/properties/ignored/items/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key1 in data2){
if(!(((((key1 === "fingerprint") || (key1 === "rule")) || (key1 === "text")) || (key1 === "excerpt")) || (key1 === "reason"))){
const err6 = {instancePath:instancePath+"/ignored/" + i0,schemaPath:"#/properties/ignored/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data2.fingerprint !== undefined){
let data3 = data2.fingerprint;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err7 = {instancePath:instancePath+"/ignored/" + i0+"/fingerprint",schemaPath:"#/properties/ignored/items/properties/fingerprint/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{16}$"},message:"must match pattern \""+"^[0-9a-f]{16}$"+"\""};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/ignored/" + i0+"/fingerprint",schemaPath:"#/properties/ignored/items/properties/fingerprint/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.rule !== undefined){
let data4 = data2.rule;
if(typeof data4 === "string"){
if(!pattern1.test(data4)){
const err9 = {instancePath:instancePath+"/ignored/" + i0+"/rule",schemaPath:"#/properties/ignored/items/properties/rule/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/ignored/" + i0+"/rule",schemaPath:"#/properties/ignored/items/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.text !== undefined){
if(typeof data2.text !== "string"){
const err11 = {instancePath:instancePath+"/ignored/" + i0+"/text",schemaPath:"#/properties/ignored/items/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.excerpt !== undefined){
if(typeof data2.excerpt !== "string"){
const err12 = {instancePath:instancePath+"/ignored/" + i0+"/excerpt",schemaPath:"#/properties/ignored/items/properties/excerpt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data2.reason !== undefined){
if(typeof data2.reason !== "string"){
const err13 = {instancePath:instancePath+"/ignored/" + i0+"/reason",schemaPath:"#/properties/ignored/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/ignored/" + i0,schemaPath:"#/properties/ignored/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/ignored",schemaPath:"#/properties/ignored/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
