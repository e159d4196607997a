// @ts-nocheck
// Written by scripts/generateValidators.mjs from settings.schema.json.
"use strict";
export const validateSettings = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Touchstone settings","type":"object","properties":{"sources":{"type":"array","minItems":1,"items":{"type":"string","pattern":"\\S"}},"run":{"enum":["onType","onSave"]},"rules":{"type":"object","propertyNames":{"enum":["number-mismatch","unit-mismatch","direction-mismatch","approximation","date-mismatch","time-mismatch","weekday-mismatch","name-misspelled","name-mismatch","role-mismatch","quote-altered","quote-not-found","quote-misattributed","not-in-sources","sources-differ","citation-unresolved","source-inconsistent","unused-directive"]},"additionalProperties":{"enum":["error","warning","information","hint","off"]}},"maxSourceSize":{"type":"integer","minimum":1},"codeLens":{"type":"boolean"},"inlayHints":{"type":"boolean"},"semanticTokens":{"type":"boolean"},"maxFindings":{"type":"integer","minimum":1},"maxRepeats":{"type":"integer","minimum":1},"caretDelay":{"type":"integer","minimum":0},"timeBudget":{"type":"number","exclusiveMinimum":0},"sourcesOutsideWorkspace":{"type":"boolean"},"logLevel":{"enum":["off","error","warning","info"]}}};
const pattern0 = new RegExp("\\S", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sources !== undefined){
let data0 = data.sources;
if(Array.isArray(data0)){
if(data0.length < 1){
const err0 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err1 = {instancePath:instancePath+"/sources/" + i0,schemaPath:"#/properties/sources/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/sources/" + i0,schemaPath:"#/properties/sources/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.run !== undefined){
let data2 = data.run;
if(!((data2 === "onType") || (data2 === "onSave"))){
const err4 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/enum",keyword:"enum",params:{allowedValues: schema11.properties.run.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.rules !== undefined){
let data3 = data.rules;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key0 in data3){
const _errs8 = errors;
if(!((((((((((((((((((key0 === "number-mismatch") || (key0 === "unit-mismatch")) || (key0 === "direction-mismatch")) || (key0 === "approximation")) || (key0 === "date-mismatch")) || (key0 === "time-mismatch")) || (key0 === "weekday-mismatch")) || (key0 === "name-misspelled")) || (key0 === "name-mismatch")) || (key0 === "role-mismatch")) || (key0 === "quote-altered")) || (key0 === "quote-not-found")) || (key0 === "quote-misattributed")) || (key0 === "not-in-sources")) || (key0 === "sources-differ")) || (key0 === "citation-unresolved")) || (key0 === "source-inconsistent")) || (key0 === "unused-directive"))){
const err5 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/propertyNames/enum",keyword:"enum",params:{allowedValues: schema11.properties.rules.propertyNames.enum},message:"must be equal to one of the allowed values",propertyName:key0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var valid3 = _errs8 === errors;
if(!valid3){
const err6 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
for(const key1 in data3){
let data4 = data3[key1];
if(!(((((data4 === "error") || (data4 === "warning")) || (data4 === "information")) || (data4 === "hint")) || (data4 === "off"))){
const err7 = {instancePath:instancePath+"/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rules/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema11.properties.rules.additionalProperties.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.maxSourceSize !== undefined){
let data5 = data.maxSourceSize;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err9 = {instancePath:instancePath+"/maxSourceSize",schemaPath:"#/properties/maxSourceSize/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 1 || isNaN(data5)){
const err10 = {instancePath:instancePath+"/maxSourceSize",schemaPath:"#/properties/maxSourceSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data.codeLens !== undefined){
if(typeof data.codeLens !== "boolean"){
const err11 = {instancePath:instancePath+"/codeLens",schemaPath:"#/properties/codeLens/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.inlayHints !== undefined){
if(typeof data.inlayHints !== "boolean"){
const err12 = {instancePath:instancePath+"/inlayHints",schemaPath:"#/properties/inlayHints/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.semanticTokens !== undefined){
if(typeof data.semanticTokens !== "boolean"){
const err13 = {instancePath:instancePath+"/semanticTokens",schemaPath:"#/properties/semanticTokens/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.maxFindings !== undefined){
let data9 = data.maxFindings;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err14 = {instancePath:instancePath+"/maxFindings",schemaPath:"#/properties/maxFindings/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
const err15 = {instancePath:instancePath+"/maxFindings",schemaPath:"#/properties/maxFindings/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
if(data.maxRepeats !== undefined){
let data10 = data.maxRepeats;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err16 = {instancePath:instancePath+"/maxRepeats",schemaPath:"#/properties/maxRepeats/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 1 || isNaN(data10)){
const err17 = {instancePath:instancePath+"/maxRepeats",schemaPath:"#/properties/maxRepeats/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.caretDelay !== undefined){
let data11 = data.caretDelay;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err18 = {instancePath:instancePath+"/caretDelay",schemaPath:"#/properties/caretDelay/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
const err19 = {instancePath:instancePath+"/caretDelay",schemaPath:"#/properties/caretDelay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data.timeBudget !== undefined){
let data12 = data.timeBudget;
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 <= 0 || isNaN(data12)){
const err20 = {instancePath:instancePath+"/timeBudget",schemaPath:"#/properties/timeBudget/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/timeBudget",schemaPath:"#/properties/timeBudget/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.sourcesOutsideWorkspace !== undefined){
if(typeof data.sourcesOutsideWorkspace !== "boolean"){
const err22 = {instancePath:instancePath+"/sourcesOutsideWorkspace",schemaPath:"#/properties/sourcesOutsideWorkspace/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.logLevel !== undefined){
let data14 = data.logLevel;
if(!((((data14 === "off") || (data14 === "error")) || (data14 === "warning")) || (data14 === "info"))){
const err23 = {instancePath:instancePath+"/logLevel",schemaPath:"#/properties/logLevel/enum",keyword:"enum",params:{allowedValues: schema11.properties.logLevel.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
