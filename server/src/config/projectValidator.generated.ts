// @ts-nocheck
// Written by scripts/generateValidators.mjs from touchstone.schema.json.
"use strict";
export const validateProject = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Touchstone project","description":"What the drafts in this folder and below are checked against, and how. The file nearest to a draft counts; it wins over the settings of the editor.","type":"object","additionalProperties":false,"properties":{"$schema":{"type":"string"},"sources":{"description":"Globs of the sources, relative to this file. A glob that starts with ! takes files out again.","type":"array","minItems":1,"items":{"type":"string","pattern":"\\S"},"default":["seeds/**/*.{txt,md,markdown}"]},"drafts":{"description":"Globs of the drafts, relative to this file. Without it, every Markdown and plain-text file that is not a source is a draft.","type":"array","minItems":1,"items":{"type":"string","pattern":"\\S"}},"rules":{"description":"Levels that replace a rule's own.","type":"object","propertyNames":{"enum":["number-mismatch","unit-mismatch","direction-mismatch","approximation","date-mismatch","time-mismatch","weekday-mismatch","name-misspelled","name-mismatch","role-mismatch","quote-altered","quote-not-found","quote-misattributed","not-in-sources","sources-differ","citation-unresolved","source-inconsistent","unused-directive"]},"additionalProperties":{"enum":["error","warning","information","hint","off"]}},"aliases":{"description":"Groups of names that mean the same person, organisation or place.","type":"array","items":{"type":"array","minItems":2,"items":{"type":"string","pattern":"\\S"}}},"accepted":{"description":"Words of a draft that are right whatever the sources say: a finding about exactly these words is silent.","type":"array","items":{"type":"object","required":["value"],"additionalProperties":false,"properties":{"value":{"type":"string","pattern":"\\S"},"reason":{"type":"string"}}}},"limits":{"description":"What is read and shown at the most.","type":"object","additionalProperties":false,"properties":{"maxSourceSize":{"description":"Largest file that is read, in bytes.","type":"integer","minimum":1,"default":5000000},"maxSources":{"description":"Most sources that are read.","type":"integer","minimum":1,"default":2000},"maxFindings":{"description":"Most findings of one draft that an editor shows.","type":"integer","minimum":1,"default":200},"maxRepeats":{"description":"Most findings of one rule about the same words that an editor shows of one draft.","type":"integer","minimum":1,"default":10}}},"dateOrder":{"description":"How a date of digits that can be read both ways is meant: 3/4/2025 is 3 April (dmy) or March 4 (mdy). Without it, either reading may agree and none contradicts.","enum":["dmy","mdy"]},"citationStyle":{"description":"The form of an inserted citation: a link to the source, a footnote, or a key like [@pardons].","enum":["link","footnote","key"],"default":"link"}}};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("\\S", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err1 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.sources !== undefined){
let data1 = data.sources;
if(Array.isArray(data1)){
if(data1.length < 1){
const err2 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err3 = {instancePath:instancePath+"/sources/" + i0,schemaPath:"#/properties/sources/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/sources/" + i0,schemaPath:"#/properties/sources/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.drafts !== undefined){
let data3 = data.drafts;
if(Array.isArray(data3)){
if(data3.length < 1){
const err6 = {instancePath:instancePath+"/drafts",schemaPath:"#/properties/drafts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
const err7 = {instancePath:instancePath+"/drafts/" + i1,schemaPath:"#/properties/drafts/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
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
const err8 = {instancePath:instancePath+"/drafts/" + i1,schemaPath:"#/properties/drafts/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/drafts",schemaPath:"#/properties/drafts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.rules !== undefined){
let data5 = data.rules;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
const _errs14 = errors;
if(!((((((((((((((((((key1 === "number-mismatch") || (key1 === "unit-mismatch")) || (key1 === "direction-mismatch")) || (key1 === "approximation")) || (key1 === "date-mismatch")) || (key1 === "time-mismatch")) || (key1 === "weekday-mismatch")) || (key1 === "name-misspelled")) || (key1 === "name-mismatch")) || (key1 === "role-mismatch")) || (key1 === "quote-altered")) || (key1 === "quote-not-found")) || (key1 === "quote-misattributed")) || (key1 === "not-in-sources")) || (key1 === "sources-differ")) || (key1 === "citation-unresolved")) || (key1 === "source-inconsistent")) || (key1 === "unused-directive"))){
const err10 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/propertyNames/enum",keyword:"enum",params:{allowedValues: schema11.properties.rules.propertyNames.enum},message:"must be equal to one of the allowed values",propertyName:key1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var valid5 = _errs14 === errors;
if(!valid5){
const err11 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
for(const key2 in data5){
let data6 = data5[key2];
if(!(((((data6 === "error") || (data6 === "warning")) || (data6 === "information")) || (data6 === "hint")) || (data6 === "off"))){
const err12 = {instancePath:instancePath+"/rules/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rules/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema11.properties.rules.additionalProperties.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.aliases !== undefined){
let data7 = data.aliases;
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
let data8 = data7[i2];
if(Array.isArray(data8)){
if(data8.length < 2){
const err14 = {instancePath:instancePath+"/aliases/" + i2,schemaPath:"#/properties/aliases/items/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
const len3 = data8.length;
for(let i3=0; i3<len3; i3++){
let data9 = data8[i3];
if(typeof data9 === "string"){
if(!pattern0.test(data9)){
const err15 = {instancePath:instancePath+"/aliases/" + i2+"/" + i3,schemaPath:"#/properties/aliases/items/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/aliases/" + i2+"/" + i3,schemaPath:"#/properties/aliases/items/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/aliases/" + i2,schemaPath:"#/properties/aliases/items/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
else {
const err18 = {instancePath:instancePath+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.accepted !== undefined){
let data10 = data.accepted;
if(Array.isArray(data10)){
const len4 = data10.length;
for(let i4=0; i4<len4; i4++){
let data11 = data10[i4];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.value === undefined){
const err19 = {instancePath:instancePath+"/accepted/" + i4,schemaPath:"#/properties/accepted/items/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key3 in data11){
if(!((key3 === "value") || (key3 === "reason"))){
const err20 = {instancePath:instancePath+"/accepted/" + i4,schemaPath:"#/properties/accepted/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data11.value !== undefined){
let data12 = data11.value;
if(typeof data12 === "string"){
if(!pattern0.test(data12)){
const err21 = {instancePath:instancePath+"/accepted/" + i4+"/value",schemaPath:"#/properties/accepted/items/properties/value/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/accepted/" + i4+"/value",schemaPath:"#/properties/accepted/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data11.reason !== undefined){
if(typeof data11.reason !== "string"){
const err23 = {instancePath:instancePath+"/accepted/" + i4+"/reason",schemaPath:"#/properties/accepted/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err24 = {instancePath:instancePath+"/accepted/" + i4,schemaPath:"#/properties/accepted/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/accepted",schemaPath:"#/properties/accepted/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.limits !== undefined){
let data14 = data.limits;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key4 in data14){
if(!((((key4 === "maxSourceSize") || (key4 === "maxSources")) || (key4 === "maxFindings")) || (key4 === "maxRepeats"))){
const err26 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data14.maxSourceSize !== undefined){
let data15 = data14.maxSourceSize;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err27 = {instancePath:instancePath+"/limits/maxSourceSize",schemaPath:"#/properties/limits/properties/maxSourceSize/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 1 || isNaN(data15)){
const err28 = {instancePath:instancePath+"/limits/maxSourceSize",schemaPath:"#/properties/limits/properties/maxSourceSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
if(data14.maxSources !== undefined){
let data16 = data14.maxSources;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err29 = {instancePath:instancePath+"/limits/maxSources",schemaPath:"#/properties/limits/properties/maxSources/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 1 || isNaN(data16)){
const err30 = {instancePath:instancePath+"/limits/maxSources",schemaPath:"#/properties/limits/properties/maxSources/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
if(data14.maxFindings !== undefined){
let data17 = data14.maxFindings;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err31 = {instancePath:instancePath+"/limits/maxFindings",schemaPath:"#/properties/limits/properties/maxFindings/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 1 || isNaN(data17)){
const err32 = {instancePath:instancePath+"/limits/maxFindings",schemaPath:"#/properties/limits/properties/maxFindings/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data14.maxRepeats !== undefined){
let data18 = data14.maxRepeats;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err33 = {instancePath:instancePath+"/limits/maxRepeats",schemaPath:"#/properties/limits/properties/maxRepeats/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 1 || isNaN(data18)){
const err34 = {instancePath:instancePath+"/limits/maxRepeats",schemaPath:"#/properties/limits/properties/maxRepeats/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
}
else {
const err35 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.dateOrder !== undefined){
let data19 = data.dateOrder;
if(!((data19 === "dmy") || (data19 === "mdy"))){
const err36 = {instancePath:instancePath+"/dateOrder",schemaPath:"#/properties/dateOrder/enum",keyword:"enum",params:{allowedValues: schema11.properties.dateOrder.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.citationStyle !== undefined){
let data20 = data.citationStyle;
if(!(((data20 === "link") || (data20 === "footnote")) || (data20 === "key"))){
const err37 = {instancePath:instancePath+"/citationStyle",schemaPath:"#/properties/citationStyle/enum",keyword:"enum",params:{allowedValues: schema11.properties.citationStyle.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
